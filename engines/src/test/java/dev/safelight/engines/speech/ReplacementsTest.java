package dev.safelight.engines.speech;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.json.JsonMapper;

class ReplacementsTest {
    private static final String LIST = """
            [{"original": "SQL", "replacement": "sequel"},
             {"original": "SQL Server", "replacement": "$ick-server"},
             {"original": "Ångström", "replacement": "ong-strum"},
             {"original": "C++", "replacement": "see plus plus"},
             {"original": "sequel", "replacement": "never"},
             {"original": "sql", "replacement": "the second of one word"}]""";

    private static String said(String text) {
        return Replacements.of(JsonMapper.shared().readTree(LIST)).in(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    SQL and sql.          | sequel and sequel.
                    MySQL, SQLs, SQL8     | MySQL, SQLs, SQL8
                    SQL Server, SQL       | $ick-server, sequel
                    an ÅNGSTRÖM           | an ong-strum
                    C++ (C++)             | see plus plus (see plus plus)
                    nothing of it         | nothing of it
                    """)
    void are_of_whole_words_in_any_case_and_the_longest_first(String text, String said) {
        assertThat(said(text)).isEqualTo(said);
    }

    @Test
    void change_nothing_when_there_are_none() {
        var none = Replacements.of(JsonMapper.shared().readTree("{}").path("replacements"));
        assertThat(none.in("SQL")).isEqualTo("SQL");
    }
}
