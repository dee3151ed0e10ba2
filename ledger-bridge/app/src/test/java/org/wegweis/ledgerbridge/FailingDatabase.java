package org.wegweis.ledgerbridge;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * A database that is lost once, at a given step. Steps are statements that are executed and transactions that are
 * committed; a commit is two, for the connection can be lost before the server has done it or after.
 */
public final class FailingDatabase extends DelegatingDataSource {
    private static final Set<String> EXECUTING =
            Set.of("execute", "executeQuery", "executeUpdate", "executeBatch", "executeLargeUpdate");

    private long left = Long.MAX_VALUE;
    private long taken;

    public FailingDatabase(DataSource database) {
        super(database);
    }

    /** From now on: that many steps are done, the next one fails and its connection is gone. */
    public void failAfter(long steps) {
        left = steps;
    }

    /** It is there again, and stays. */
    public void recover() {
        left = Long.MAX_VALUE;
    }

    public long steps() {
        return taken;
    }

    private void step(Connection connection) throws SQLException {
        taken++;
        if (left-- > 0) return;
        left = 0; // whoever tries again without a restart fails again
        connection.abort(Runnable::run);
        throw new SQLException("the connection is lost", "08006");
    }

    @Override
    public Connection getConnection() throws SQLException {
        var real = super.getConnection();
        return proxy(Connection.class, (method, args) -> {
            boolean commit = method.getName().equals("commit");
            if (commit) step(real);
            var result = method.invoke(real, args);
            if (commit) step(real);
            return result instanceof Statement statement ? watched(statement, real) : result;
        });
    }

    private Statement watched(Statement statement, Connection connection) {
        Class<? extends Statement> type =
                statement instanceof PreparedStatement ? PreparedStatement.class : Statement.class;
        return proxy(type, (method, args) -> {
            if (EXECUTING.contains(method.getName())) step(connection);
            return method.invoke(statement, args);
        });
    }

    private interface Call {
        Object of(Method method, Object[] args) throws ReflectiveOperationException, SQLException;
    }

    private static <T> T proxy(Class<? extends T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                FailingDatabase.class.getClassLoader(), new Class<?>[] {type}, (_, method, args) -> {
                    try {
                        return call.of(method, args);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
