import { r as __toESM } from "./rolldown-runtime.js";
import { n as fail, r as ok } from "./dist.js";
import { t as wrap } from "./wrap.js";
import { t as startEmulator } from "./start.js";
import { b as isArray, x as isObject } from "./read.js";
import { t as require_isomorphic_git } from "./isomorphic-git.js";
import { r as systemWords, t as systemCode } from "./system-code.js";
import { r as openTenantPool, t as keyedBy } from "./host.js";
import { t as choosePaint } from "./terminal.js";
import { dirname, join } from "node:path";
import fs, { cpSync, existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { fileURLToPath } from "node:url";

// src/demo/tenant-api.ts
/** The public API of one tenant of the emulator, as somebody who works there uses it. */
var TenantApi = class {
	#emulator;
	#tenant;
	#key;
	constructor(emulatorUrl, tenant, key) {
		this.#emulator = emulatorUrl;
		this.#tenant = tenant;
		this.#key = key;
	}
	async call(method, path, body) {
		return this.#send(`${this.#tenant}/api/v1${path}`, method, body);
	}
	/** What the API does not offer: people edit actions in the product's editor, here through the emulator's back door. */
	async backDoor(path, body) {
		return this.#send(`_emulator/${path}`, "POST", {
			tenant: this.#tenant,
			...body
		});
	}
	async #send(path, method, body) {
		const headers = {
			authorization: `Bearer ${this.#key}`,
			"content-type": "application/json"
		};
		const init = body ? {
			method,
			headers,
			body: JSON.stringify(body)
		} : {
			method,
			headers
		};
		const response = await fetch(`${this.#emulator}/${path}`, init);
		if (!response.ok) throw new Error(`the emulator answered ${response.status} to ${method} ${path.split("?")[0]}`);
		const answer = await response.json();
		return isObject(answer) ? answer : {};
	}
};
function bodyObjects(value) {
	return isArray(value) ? value.filter(isObject) : [];
}
function wordOf(value) {
	return typeof value === "string" ? value : JSON.stringify(value ?? null);
}

// src/demo/author.ts
/** Who builds stories on the origin, where a second person has to approve what goes live. */
var DemoAuthor = class DemoAuthor {
	#own;
	#reviewer;
	#team;
	constructor(own, reviewer, team) {
		this.#own = own;
		this.#reviewer = reviewer;
		this.#team = team;
	}
	static async hire(emulatorUrl, tenant, key, team) {
		const own = new TenantApi(emulatorUrl, tenant, key);
		const reviewerKey = `${tenant}-reviewer-key`;
		await own.backDoor("keys", {
			key: reviewerKey,
			kind: "team",
			team,
			role: "team_admin"
		});
		return new DemoAuthor(own, new TenantApi(emulatorUrl, tenant, reviewerKey), team);
	}
	/** Draft, change request, approval by the second person, promotion: then it is live. */
	async publish(storyId, { title, story = (same) => same, recordType }) {
		const live = await this.#own.call("GET", `/stories/${storyId}/export`);
		if (recordType) await this.#update(recordType);
		const draft = {
			new_name: live.name ?? null,
			data: story(live),
			team_id: this.#team,
			mode: "versionReplace",
			draft_name: title
		};
		const { draft_id } = await this.#own.call("POST", "/stories/import", draft);
		const path = `/stories/${storyId}/change_request`;
		const { change_request } = await this.#own.call("POST", path, {
			title,
			draft_id: draft_id ?? null
		});
		const opened = { change_request_id: isObject(change_request) ? change_request.id ?? null : null };
		await this.#reviewer.call("POST", `${path}/approve`, opened);
		await this.#own.call("POST", `${path}/promote`, opened);
	}
	async #update({ name, update }) {
		const { record_types } = await this.#own.call("GET", `/record_types?team_id=${this.#team}&per_page=500`);
		const type = bodyObjects(record_types).find((candidate) => candidate.name === name);
		if (typeof type?.id !== "number") throw new Error(`the demo's origin has no record type "${name}"`);
		await this.#own.call("PUT", `/record_types/${type.id}`, update(type));
	}
};

// src/demo/customer.ts
/** What the customer's own tenant says, with the customer's own key. */
var Customer = class {
	#api;
	#team;
	constructor(emulatorUrl, tenant, key, team) {
		this.#api = new TenantApi(emulatorUrl, tenant, key);
		this.#team = team;
	}
	/** The customer's stories run and keep records. */
	async keepRecords(typeName, count) {
		const type = (await this.#types()).find((candidate) => candidate.name === typeName);
		for (let index = 0; type && index < count; index += 1) await this.#api.call("POST", "/records", {
			record_type_id: type.id ?? null,
			field_values: []
		});
	}
	/** Somebody opens the story in the product's editor and changes one option of one action. */
	async editOption(story, action, option, value) {
		const path = [
			"agents",
			action,
			"options",
			option
		];
		await this.#api.backDoor("edit", {
			story_id: await this.#storyId(story),
			set: {
				path,
				value
			}
		});
	}
	/** The versions of a story that have a name, as its history there shows them. */
	async namedVersions(story) {
		const { story_versions } = await this.#api.call("GET", `/stories/${await this.#storyId(story)}/versions`);
		return bodyObjects(story_versions).flatMap(({ name }) => name ? [wordOf(name)] : []);
	}
	/** One line per record type: its name, fields and how many records it holds. */
	async describeTypes() {
		const lines = [];
		for (const type of await this.#types()) {
			const id = wordOf(type.id);
			const fields = bodyObjects(type.record_fields).map((field) => `${wordOf(field.name)} ${wordOf(field.result_type)}`);
			const { meta } = await this.#api.call("GET", `/records?record_type_id=${id}`);
			const records = wordOf(isObject(meta) ? meta.count : void 0).padStart(2);
			lines.push(`${wordOf(type.name).padEnd(10)} id ${id.padEnd(5)} ${records} records   ${fields.join(", ")}`);
		}
		return lines;
	}
	async #storyId(name) {
		const { stories } = await this.#api.call("GET", `/stories?team_id=${this.#team}&per_page=500`);
		const id = bodyObjects(stories).find((candidate) => candidate.name === name)?.id;
		if (typeof id !== "number") throw new Error(`the demo's customer has no story "${name}"`);
		return id;
	}
	async #types() {
		const { record_types } = await this.#api.call("GET", `/record_types?team_id=${this.#team}&per_page=500`);
		return bodyObjects(record_types);
	}
};

// src/demo/editions.ts
/** Two changes that an author makes to "Phishing triage", one for each rule of record types. */
const SOURCE_IP = {
	title: "Remember more repeats, note the source IP",
	story: (story) => withOption(story, "Drop repeats", "lookback", "1000"),
	recordType: {
		name: "Alert",
		update: () => ({ fields: [{
			name: "Source IP",
			result_type: "TEXT"
		}] })
	}
};
const SCORE_AS_TEXT = {
	title: "Keep the score as text",
	recordType: {
		name: "Alert",
		update: (type) => ({
			fields: [{
				name: "Score",
				result_type: "TEXT"
			}],
			field_ids_to_delete: bodyObjects(type.record_fields).flatMap(({ name, id }) => name === "Score" && id ? [id] : [])
		})
	}
};
function withOption(story, action, option, value) {
	const agents = bodyObjects(story.agents).map((agent) => {
		return agent.name === action ? {
			...agent,
			options: {
				...agent.options,
				[option]: value
			}
		} : agent;
	});
	return {
		...story,
		agents
	};
}

// src/demo/folder.ts
var import_isomorphic_git = /* @__PURE__ */ __toESM(require_isomorphic_git(), 1);
const AUTHOR = {
	name: "Demo",
	email: "demo@example.com"
};
const FILES = [
	"sync.yaml",
	"stories",
	"emulator.yaml"
];
/** A repository of the demo's own: the quickstart example, pointed at the port its emulator got. */
var DemoFolder = class DemoFolder {
	path;
	#files;
	constructor(path, files) {
		this.path = path;
		this.#files = files;
	}
	/** Or why there is no room for it. */
	static async create() {
		let path;
		try {
			path = mkdtempSync(join(tmpdir(), "storysync-demo-"));
		} catch (error) {
			return fail(`cannot create a folder in ${tmpdir()}: ${systemWords(systemCode(error))}`);
		}
		const example = quickstart();
		for (const file of FILES) cpSync(join(example, file), join(path, file), { recursive: true });
		await import_isomorphic_git.init({
			fs,
			dir: path,
			defaultBranch: "main"
		});
		const stories = [
			"phishing-triage",
			"ioc-enrichment",
			"incident-response"
		].map((key) => `stories/${key}.json`);
		return ok(new DemoFolder(path, [
			"sync.yaml",
			"emulator.yaml",
			...stories
		]));
	}
	read(file) {
		return readFileSync(join(this.path, file), "utf8");
	}
	write(file, text) {
		writeFileSync(join(this.path, file), text);
	}
	async commit(message) {
		await import_isomorphic_git.add({
			fs,
			dir: this.path,
			filepath: [...this.#files]
		});
		return import_isomorphic_git.commit({
			fs,
			dir: this.path,
			message,
			author: AUTHOR
		});
	}
	async lastMessage() {
		const [last] = await import_isomorphic_git.log({
			fs,
			dir: this.path,
			depth: 1
		});
		return last?.commit.message ?? "";
	}
};
/** The example as a bundle has it, beside itself, or as a clone has it, above the source. */
function quickstart() {
	let folder = dirname(fileURLToPath(import.meta.url));
	for (;;) {
		const found = [join(folder, "quickstart"), join(folder, "examples/quickstart")].find((place) => existsSync(join(place, "sync.yaml")));
		if (found !== void 0) return found;
		const parent = dirname(folder);
		if (parent === folder) throw new Error("the files of the quickstart example are missing");
		folder = parent;
	}
}

// src/demo/demo.ts
const KEYS = {
	ACME_TINES_API_KEY: "acme-emulator-key",
	CONTOSO_TINES_API_KEY: "contoso-emulator-key",
	FABRIKAM_TINES_API_KEY: "fabrikam-emulator-key",
	NORTHWIND_TINES_API_KEY: "northwind-emulator-key"
};
/** To be copied as it stands, in one line. */
const COMMAND = /^ {2}(?:npx|export|git) /;
/** Id and name of the story that changes. */
const TRIAGE = {
	id: 9981,
	name: "Phishing triage"
};
/** The whole loop on the emulator, narrated. Every command line shown is really run. */
async function runDemo(tools) {
	const created = await DemoFolder.create();
	if (!created.ok) return created;
	const folder = created.value;
	const emulator = await startDemoEmulator(folder);
	folder.write("sync.yaml", folder.read("sync.yaml").replaceAll("127.0.0.1:4010", `127.0.0.1:${emulator.port}`));
	try {
		const author = await DemoAuthor.hire(emulator.url, "acme", KEYS.ACME_TINES_API_KEY, 7);
		return ok(await new Narration(tools, folder, emulator, author).tell());
	} finally {
		await emulator.close();
	}
}
async function startDemoEmulator(folder) {
	const options = {
		configText: folder.read("emulator.yaml"),
		configDir: folder.path,
		dataDir: join(folder.path, ".git", "emulator-data")
	};
	try {
		return await startEmulator({
			port: 4010,
			...options
		});
	} catch {
		return startEmulator({
			port: 0,
			...options
		});
	}
}
var Narration = class {
	#tools;
	#folder;
	#emulator;
	#author;
	#contoso;
	#step = 0;
	#failed = false;
	constructor(tools, folder, emulator, author) {
		this.#author = author;
		this.#tools = tools;
		this.#folder = folder;
		this.#emulator = emulator;
		this.#contoso = new Customer(emulator.url, "contoso", KEYS.CONTOSO_TINES_API_KEY, 42);
	}
	async tell() {
		await this.#repository();
		await this.#firstSync();
		await this.#publishedChange();
		await this.#customersEdit();
		await this.#replacedType();
		await this.#secondRun();
		this.#goodbye();
		return this.#failed ? 1 : 0;
	}
	async #repository() {
		this.#title("A repository: a manifest and the published stories");
		await this.#folder.commit("Add the manifest and three stories");
		this.#text(`${this.#folder.path}
  sync.yaml                        which tenant and team receives what
  stories/phishing-triage.json     calls ioc-enrichment, keeps records of type Alert
  stories/ioc-enrichment.json
  stories/incident-response.json   has a page and a schedule, keeps records of type Incident`);
		this.#quote("sync.yaml", /^ {2}contoso:/m, 6);
		this.#text("Keys are names of environment variables, never keys. First the check that needs no network:");
		await this.#run("validate");
	}
	async #firstSync() {
		this.#title("Plan and push: exactly that plan, and a status for every story");
		this.#text("The emulator plays the tenants. A plan reads them and cannot write.");
		await this.#run("plan");
		this.#text("Record types first, callees before callers; every story is read back and compared before it is \"synced\".");
		await this.#run("sync");
	}
	async #publishedChange() {
		this.#title("The author publishes a change: export, plan, push");
		await this.#contoso.keepRecords("Alert", 3);
		await this.#publish(SOURCE_IP);
		await this.#run("export", "--commit");
		const message = (await this.#folder.lastMessage()).trimEnd().split("\n");
		this.#text(`Reviewers of the commit read the same:\n\n${this.#quoted(message)}`);
		await this.#run("plan", "--destination", "contoso");
		await this.#run("sync", "--destination", "contoso");
	}
	async #customersEdit() {
		this.#title("A customer edits the story: the plan tells whose change it is");
		await this.#contoso.editOption(TRIAGE.name, "Drop repeats", "lookback", "50");
		this.#text("An analyst at contoso sets the same option to 50, in the editor of their tenant. The next plan:");
		await this.#run("plan", "--destination", "contoso");
		this.#text("The \"on_drift\" option of the destination decides: overwrite (as here), keep or fail.");
		await this.#run("sync", "--destination", "contoso");
		const versions = await this.#contoso.namedVersions(TRIAGE.name);
		this.#text(`Versions of the story at contoso: ${versions.map((name) => `"${name}"`).join(", ")}`);
	}
	async #replacedType() {
		this.#title("A change of a field's type: a new record type, and old data untouched");
		await this.#publish(SCORE_AS_TEXT);
		await this.#run("export", "--commit");
		await this.#run("plan", "--destination", "contoso");
		await this.#run("sync", "--destination", "contoso");
		const lines = await this.#contoso.describeTypes();
		this.#text(`Record types at contoso now:\n${lines.map((line) => `  ${line}`).join("\n")}`);
	}
	async #secondRun() {
		this.#title("A second run does nothing, and git records where everything stands");
		this.#text("northwind is manual_sync_only: --manual, or naming it with --destination, is the consent.");
		await this.#run("sync", "--manual");
		const before = await this.#countWrites();
		await this.#run("sync", "--manual");
		const writes = await this.#countWrites() - before;
		this.#text(`Writes that reached the tenants in the second run: ${writes}.`);
		if (writes !== 0) this.#failed = true;
		await this.#run("status");
	}
	#goodbye() {
		const manifest = join(this.#folder.path, "sync.yaml");
		const port = this.#emulator.port;
		this.#title("Your turn");
		const exports = Object.entries(KEYS).map(([name, key]) => `export ${name}=${key}`);
		this.#text(`Everything is still there. In one terminal, the tenants as they are now:

  npx storysync emulator --port ${port} --data ${join(this.#folder.path, ".git", "emulator-data")}

In another one, from this folder:

  ${exports.join("\n  ")}
  npx storysync plan --manifest ${manifest}
  npx storysync status --manifest ${manifest} --live
  npx storysync status --format html --manifest ${manifest} > ${join(this.#folder.path, ".git", "fleet.html")}
  git -C ${this.#folder.path} log storysync/state -- destinations/contoso.json

Change a story below ${join(this.#folder.path, "stories")}, commit, and plan again. Open fleet.html in a browser: the fleet on one page, without a server.`);
	}
	async #publish(edition) {
		await this.#author.publish(TRIAGE.id, edition);
		this.#text(`A draft on the origin, approved by a second person and promoted: "${edition.title}".`);
	}
	async #countWrites() {
		const { entries } = await (await fetch(`${this.#emulator.url}/_emulator/log`)).json();
		return entries.filter(({ method }) => method !== "GET").length;
	}
	async #run(...argv) {
		const { say, paint, run } = this.#tools;
		const shown = argv.map((word) => /[*]/.test(word) ? `'${word}'` : word).join(" ");
		say(`${paint.dim("$")} ${paint.bold(`storysync ${shown}`)}\n`);
		const code = await run([...argv, "--quiet"], this.#folder.path, KEYS);
		if (code !== 0) this.#failed = true;
		say(code === 0 ? "\n" : paint.red(`(exit code ${code})\n\n`));
	}
	#title(text) {
		this.#step += 1;
		const { say, paint, columns = 100 } = this.#tools;
		const line = `── ${this.#step}. ${text} `.padEnd(Math.min(columns, 100), "─");
		say(`\n${wrap(line, "", "   ", columns, (each) => paint.cyan(paint.bold(each))).join("\n")}\n\n`);
	}
	#text(text) {
		const { say, columns } = this.#tools;
		say(`${text.split("\n").flatMap((line) => {
			return COMMAND.test(line) ? [line] : wrap(line, "", `${/^ */.exec(line)?.[0] ?? ""}  `, columns);
		}).join("\n")}\n\n`);
	}
	#quote(file, from, lines) {
		const text = this.#folder.read(file);
		const shown = text.slice(text.search(from)).split("\n").slice(0, lines);
		this.#text(this.#quoted(shown));
	}
	#quoted(lines) {
		return lines.map((line) => this.#tools.paint.dim(`  │ ${line}`.trimEnd())).join("\n");
	}
};

// src/cli/demo.ts
/** `storysync demo`: runs real command lines, so it is handed the command line itself. */
function demoWith(runCommandLine) {
	return async (host, options) => {
		const { terminal } = host;
		const colour = options.color === void 0 ? [] : [options.color ? "--color" : "--no-color"];
		const played = await runDemo({
			say: (text) => terminal.out(text),
			columns: terminal.outColumns,
			paint: choosePaint(options.color, terminal.outIsTty, terminal),
			run: (argv, directory, keys) => {
				const screen = {
					NO_COLOR: terminal.environment.NO_COLOR,
					TERM: terminal.environment.TERM
				};
				const world = {
					...host.world,
					directory,
					...keyedBy({
						...keys,
						...screen
					}, (watch) => openTenantPool(watch))
				};
				return runCommandLine([...argv, ...colour], {
					...host,
					world
				});
			}
		});
		if (!played.ok) {
			terminal.err(`The demo did not start: ${played.error}.\n  hint: point TMPDIR at a writable folder\n`);
			return 2;
		}
		return played.value === 0 ? 0 : 1;
	};
}

export { demoWith };