package io.enikit.operations;

import io.enikit.model.EniId;
import org.immutables.value.Value;

/**
 * Deletes a network interface that is attached to nothing; its Elastic IPs stay allocated.
 */
@Value.Immutable
public abstract class DeleteEni extends Operation implements OnEni {
    DeleteEni() {}

    /**
     * Deletes an interface.
     *
     * @param eni the id of the interface
     * @return the operation
     */
    public static DeleteEni of(EniId eni) {
        return ImmutableDeleteEni.builder().eni(eni).build();
    }

    /**
     * Deletes an interface.
     *
     * @param eni the id of the interface
     * @return the operation
     */
    public static DeleteEni of(String eni) {
        return of(EniId.of(eni));
    }

    @Override
    public abstract EniId eni();

    @Override
    public String action() {
        return "DeleteNetworkInterface";
    }

    @Override
    void apply(Editor editor) {
        editor.delete(editor.eni(eni()));
    }
}
