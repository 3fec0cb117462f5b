package io.enikit.cli;

import java.io.PrintStream;
import java.util.Timer;
import java.util.TimerTask;

/** Says on a terminal what is being done, once it takes longer than a second. */
final class Progress {
    private static final long PATIENCE_IN_MILLIS = 1000;

    private final Timer timer = new Timer("progress", true);

    private Progress() {}

    static Progress of(PrintStream err, String what) {
        Progress progress = new Progress();
        if (Streams.isTerminal()) {
            TimerTask say = new TimerTask() {
                @Override
                public void run() {
                    err.println(what + " …");
                }
            };
            progress.timer.schedule(say, PATIENCE_IN_MILLIS);
        }
        return progress;
    }

    void close() {
        timer.cancel();
    }
}
