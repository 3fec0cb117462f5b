package io.enikit.operations;

import java.util.List;

/** An operation that names attachments by their ids. */
interface NamesAttachments {
    List<String> attachmentIds();
}
