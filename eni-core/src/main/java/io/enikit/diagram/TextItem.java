package io.enikit.diagram;

import java.util.List;

/** Something in a picture of text. */
sealed interface TextItem permits TextBox, TextTable {
    /** Returns what tells it from all others around it. */
    String key();

    List<String> draw();
}
