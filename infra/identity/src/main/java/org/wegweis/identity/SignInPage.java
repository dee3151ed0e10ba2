package org.wegweis.identity;

import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The form that people sign in with. */
@RestController
class SignInPage {
    private static final String WRONG =
            "<p role=\"alert\">Anmeldename oder Passwort stimmt nicht. Bitte noch einmal versuchen.</p>";

    private static final String WAIT =
            "<p role=\"alert\">Zu viele falsche Passwörter. Bitte in einer halben Minute noch einmal versuchen.</p>";

    @GetMapping(path = "/login", produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
    String page(
            CsrfToken csrf,
            @RequestParam(required = false) @Nullable String error,
            @RequestParam(required = false) @Nullable String wait) {
        String why = error == null ? "" : WRONG;
        return """
            <!doctype html>
            <html lang="de">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <title>Anmelden – Wegweis</title>
              <link rel="stylesheet" href="/sign-in.css">
            </head>
            <body>
            <main>
              <h1>Anmelden</h1>
              %s
              <form method="post" action="/login">
                <label for="username">Anmeldename</label>
                <input id="username" name="username" autocomplete="username" required autofocus>
                <label for="password">Passwort</label>
                <input id="password" name="password" type="password" autocomplete="current-password" required>
                <input type="hidden" name="_csrf" value="%s">
                <button type="submit">Anmelden</button>
              </form>
            </main>
            </body>
            </html>
            """.formatted(wait == null ? why : WAIT, csrf.getToken());
    }
}
