import { r as systemWords, t as systemCode } from "./system-code.js";
import { t as startEmulator } from "./start.js";
import { t as readGivenFile } from "./given-file.js";
import { dirname, resolve } from "node:path";

// src/cli/emulator.ts
/** `storysync emulator`: runs until it is stopped. */
async function emulator({ terminal }, options) {
	const config = await loadConfig(terminal, options.config);
	if (config === "unreadable") return 2;
	try {
		const running = await startEmulator({
			port: options.port,
			...config,
			...options.data === void 0 ? {} : { dataDir: resolve(options.data) }
		});
		terminal.out(await describe(running.url, options.config === void 0));
		await stopped();
		await running.close();
		return 0;
	} catch (error) {
		terminal.err(`The emulator did not start: ${whyNot(error, options)}\n`);
		return 2;
	}
}
/** The system's own words name neither the flag nor a way out. */
function whyNot(error, { port, data }) {
	if (!(error instanceof Error)) return String(error);
	const code = systemCode(error);
	if ("syscall" in error && error.syscall === "listen") return `port ${port} ${code === "EADDRINUSE" ? "is in use already" : `cannot be opened (${code})`}\n  hint: name another one with --port, or 0 for any free one`;
	if (data !== void 0 && "path" in error && String(error.path).startsWith(resolve(data))) return `the folder ${data} cannot be used: ${systemWords(code)}\n  hint: name another one with --data`;
	return error.message.trimEnd();
}
/** What somebody needs to begin: where the tenants are, which teams they have, which keys open them. */
async function describe(url, isDefault) {
	const { tenants } = await (await fetch(`${url}/_emulator/state`)).json();
	const entries = Object.entries(tenants);
	const width = Math.max(...entries.map(([name]) => name.length));
	const shown = entries.slice(0, 20).map(([name, { teams }]) => {
		const list = teams.map((team) => `${team.id} ${team.name}`).join(", ");
		return `  ${name.padEnd(width)}  ${url}/${name}  team ${list}`;
	});
	const more = entries.length > shown.length ? [`  … and ${entries.length - shown.length} more`] : [];
	const keys = isDefault ? "keys: <tenant>-emulator-key, such as contoso-emulator-key" : "keys: as in the config";
	const end = "Ctrl-C stops it. Its log: /_emulator/log; its state: /_emulator/state.";
	return `${[
		`The emulator runs at ${url}`,
		...shown,
		...more,
		`  ${keys}`,
		end
	].join("\n")}\n`;
}
async function loadConfig(terminal, file) {
	if (file === void 0) return {};
	const text = await readGivenFile(resolve(file));
	if (text.ok) return {
		configText: text.value,
		configDir: dirname(resolve(file))
	};
	terminal.err(`The emulator's config ${file} cannot be read (${text.error}).\n  hint: name a readable file, or leave --config out\n`);
	return "unreadable";
}
async function stopped() {
	const { promise, resolve: stop } = Promise.withResolvers();
	process.once("SIGINT", () => stop());
	process.once("SIGTERM", () => stop());
	await promise;
}

export { emulator };