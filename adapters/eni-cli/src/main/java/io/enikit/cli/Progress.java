package io.enikit.cli;

import java.io.PrintStream;
import java.util.Timer;
import java.util.TimerTask;
import org.jspecify.annotations.Nullable;

/** Says on a terminal that files are being read, once it takes longer than a second, and how long it has taken. */
final class Progress {
    private static final long BETWEEN_IN_MILLIS = 1000;

    private final PrintStream err;
    private final @Nullable Timer timer;
    private boolean said;

    private Progress(PrintStream err, @Nullable Timer timer) {
        this.err = err;
        this.timer = timer;
    }

    static Progress of(Streams streams, int files) {
        Progress progress = new Progress(streams.err(), streams.terminal() ? new Timer("progress", true) : null);
        progress.start("reading " + files + (files == 1 ? " file … " : " files … "));
        return progress;
    }

    private void start(String what) {
        if (timer != null) {
            TimerTask say = new TimerTask() {
                private int seconds;

                @Override
                public void run() {
                    say(what + ++seconds + " s");
                }
            };
            timer.schedule(say, BETWEEN_IN_MILLIS, BETWEEN_IN_MILLIS);
        }
    }

    /** Writes over the line that was written before. */
    private synchronized void say(String text) {
        err.print("\r" + text);
        err.flush();
        said = true;
    }

    synchronized void close() {
        if (timer != null) {
            timer.cancel();
        }
        if (said) {
            err.println();
        }
    }
}
