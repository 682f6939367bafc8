// Imported first of all: the SDK keeps the console that it finds, and stdout belongs to the steps.

import { Console } from "node:console";

globalThis.console = new Console(process.stderr);
