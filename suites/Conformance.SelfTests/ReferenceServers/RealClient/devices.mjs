// List one's devices, name one, delete one and several with interactive authentication.

import { contactedHosts, logIn, outcome, passwordStage, tell, wrongPasswordStage } from "./application.mjs";
import { InteractiveAuth } from "matrix-js-sdk/lib/interactive-auth.js";

const phone = await logIn();
const laptop = await logIn();
const tablet = await logIn();
const [phoneId, laptopId, tabletId] = [phone, laptop, tablet].map(({ login }) => login.device_id);
const names = { [phoneId]: "phone", [laptopId]: "laptop", [tabletId]: "tablet" };

tell("devices", await listed());
tell("rename", await outcome(laptop.client.setDeviceDetails(phoneId, { display_name: "Her phone" })));
tell("renamed", await displayName(phoneId));

// As an application does it: ask, authenticate with a wrong password, then with the right one.
const deletion = await authenticated((auth) => laptop.client.deleteDevice(phoneId, auth));
tell("delete", { ...deletion, phone: await outcome(phone.client.whoami()), phoneLoggedOut: phone.loggedOut, devices: await listed() });

const several = await authenticated((auth) => laptop.client.deleteMultipleDevices([tabletId], auth));
tell("delete-several", { ...several, tablet: await outcome(tablet.client.whoami()), devices: await listed() });

tell("contacted", contactedHosts());

// Submits a wrong password, then the right one, then gives up; tells what was asked for, and which devices there were each time.
async function authenticated(doRequest) {
    const asked = [];
    const stages = [wrongPasswordStage(), passwordStage()];
    const { promise: gaveUp, resolve: giveUp } = Promise.withResolvers();
    const authentication = new InteractiveAuth({
        matrixClient: laptop.client,
        doRequest,
        supportedStages: ["m.login.password", "m.login.dummy"],
        stateUpdated: async (stage, { errcode }) => {
            asked.push({ stage, errcode, devices: await listed() });
            const next = stages.shift();
            return next ? authentication.submitAuthDict(next) : giveUp({ gaveUp: true });
        },
    });
    return { ...(await outcome(Promise.race([authentication.attemptAuth(), gaveUp]))), asked };
}

async function listed() {
    const { devices } = await laptop.client.getDevices();
    return devices.map(({ device_id: id }) => names[id] ?? "another one").sort();
}

async function displayName(deviceId) {
    const { devices } = await laptop.client.getDevices();
    return { display_name: devices.find(({ device_id: id }) => id === deviceId)?.display_name };
}
