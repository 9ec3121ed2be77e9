import { D as readManifestBytes, E as countManifest, M as readFileSafely, t as couldNotRun, w as todayOf } from "./workspace.js";
import { Ft as openManifest } from "./stories-at.js";
import { join } from "node:path";

// src/workspace/open-catalogue.ts
/** Reads the manifest; its story files may not exist yet. */
async function openCatalogue(surroundings, manifestPath) {
	const found = await readManifestBytes(surroundings, manifestPath);
	if (!found.ok) return couldNotRun(found.error);
	const { source, layout, repository } = found.value;
	const read = (file) => readFileSafely(layout.root, join(layout.folder, file));
	return openSource(source, {
		layout,
		repository,
		today: todayOf(surroundings),
		read
	});
}
/** The same repository with another text of the manifest. */
function openSource(source, { layout, repository, today, read }) {
	const { manifest, problems, text } = openManifest(source, { today });
	const sourceOf = (file) => file === source.file ? text : void 0;
	const opened = {
		problems,
		unreadable: false,
		sourceOf,
		counts: countManifest(manifest)
	};
	if (manifest === void 0) return opened;
	return {
		...opened,
		catalogue: {
			manifest,
			source,
			layout,
			repository,
			today,
			read
		}
	};
}

export { openSource as n, openCatalogue as t };