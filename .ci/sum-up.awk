# Reads Surefire's XML reports and says what failed, what was skipped and why; the last line is the
# sum. Given: status (Maven's), strict (a skip fails), log_file. Any POSIX awk.
function value(name,    at) {
    if (!match($0, " " name "=\"[^\"]*\"")) return ""
    at = RSTART + length(name) + 3
    return plain(substr($0, at, RSTART + RLENGTH - at - 1))
}
function plain(text) {
    gsub(/&#10;/, "\n    ", text); gsub(/&quot;/, "\"", text); gsub(/&lt;/, "<", text)
    gsub(/&gt;/, ">", text); gsub(/&apos;/, "\047", text); gsub(/&amp;/, "\\&", text)
    return substr(text, 1, 2000)
}
/^ *<testcase / { tests++; test = value("classname") "." value("name"); bad = 0 }
/^ *<(failure|error)[ >]/ && !bad {
    failed++
    bad = 1
    print "failed: " test ": " value("message")
}
/^ *<skipped/ {
    skipped++
    why = value("message")
    if (why == "") { why = $0; sub(/.*CDATA\[([A-Za-z0-9.]*: )?/, "", why) }
    print "skipped: " test ": " why
}
END {
    passed = tests - failed - skipped
    if (status != 0) {
        print "the build itself failed, counted as one failure; see " log_file
        failed++
    }
    if (strict == "" || strict == "false") strict = 0
    if (strict && skipped) print "a skipped test counts as a failure here"
    tail = skipped ? ", " skipped " skipped" : ""
    printf "%d passed, %d failed%s\n", passed, failed, tail
    exit (failed || !passed || (strict && skipped)) ? 1 : 0
}
