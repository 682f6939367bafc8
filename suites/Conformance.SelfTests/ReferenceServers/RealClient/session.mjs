// Log in, ask who one is, log out, log out everywhere.

import { anonymous, contactedHosts, logIn, logInWrongly, outcome, tell, withoutTokens } from "./application.mjs";
import { Method } from "matrix-js-sdk";

tell("versions", await outcome(anonymous().client.getVersions()));
tell("login-flows", await outcome(anonymous().client.loginFlows()));

const phone = await logIn({ refresh_token: true });
tell("login", withoutTokens(phone.login));
tell("phone", await outcome(phone.client.whoami()));

const laptop = await logIn();
tell("laptop", await outcome(laptop.client.whoami()));
tell("logout", await outcome(phone.client.logout()));
tell("after-logout", {
    phone: await outcome(phone.client.whoami()),
    phoneLoggedOut: phone.loggedOut,
    laptop: await outcome(laptop.client.whoami()),
    laptopLoggedOut: laptop.loggedOut,
});

const tablet = await logIn();
tell("tablet", await outcome(tablet.client.whoami()));
// The SDK has no method for it.
tell("logout-everywhere", await outcome(laptop.client.http.authedRequest(Method.Post, "/logout/all")));
tell("after-logout-everywhere", {
    laptop: await outcome(laptop.client.whoami()),
    laptopLoggedOut: laptop.loggedOut,
    tablet: await outcome(tablet.client.whoami()),
    tabletLoggedOut: tablet.loggedOut,
});

tell("wrong-password", await outcome(logInWrongly()));
tell("contacted", contactedHosts());
