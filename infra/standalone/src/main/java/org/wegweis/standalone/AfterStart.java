package org.wegweis.standalone;

/** What {@code --demo} plays once every door is open; found by {@link java.util.ServiceLoader}. */
@FunctionalInterface
public interface AfterStart {
    /** Plays through the public doors only. Whatever it throws ends the run. */
    void run(Doors doors) throws Exception;
}
