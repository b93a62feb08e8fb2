package dev.safelight.engines.illustrator.art;

/** Things of our own that go with what a subject does. */
public final class Props {
    private static final String SURFBOARD = """
            <svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 200 30'><defs>
            <linearGradient id='slw' x1='0' y1='0' x2='0' y2='1'>
            <stop offset='0' stop-color='#fff6e0'/>
            <stop offset='.5' stop-color='#f1d9ae'/>
            <stop offset='1' stop-color='#b98a55'/></linearGradient></defs>
            <path d='M2 9 C30 4 120 8 198 14 C150 27 60 29 22 22 C10 19 4 14 2 9z'
             fill='url(#slw)'/>
            <path d='M6 10.5 C40 9 120 11 190 14.6' stroke='#d0463c'
             stroke-width='2.2' fill='none'/>
            <path d='M24 18 C60 23 120 22 160 18.5' stroke='#2f7fa8'
             stroke-width='2' fill='none'/></svg>
            """;

    private Props() {}

    /** A surfboard seen from the side, its nose to the left. */
    public static Drawing surfboard() {
        return new Drawing("surfboard", "builtin", SURFBOARD);
    }
}
