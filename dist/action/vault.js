// src/model/keys/vault.ts
/** One text for one key: two that differ are never the same variable, or the same field of the same secret. */
function keyIdentity({ keyName, vaultKey }) {
	if (vaultKey === void 0) return keyName;
	const { address, mount, namespace } = vaultKey.vault;
	return JSON.stringify([
		keyName,
		address,
		mount,
		namespace ?? null
	]);
}
const ACCESS_PLACEHOLDER = "{access}";
function pathFor({ path }, access) {
	return path.replaceAll(ACCESS_PLACEHOLDER, access);
}

export { keyIdentity as n, pathFor as r, ACCESS_PLACEHOLDER as t };