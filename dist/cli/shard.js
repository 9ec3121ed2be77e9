// src/commands/shard/shard.ts
/** As many jobs as a matrix of GitHub may have: https://docs.github.com/actions/reference/limits. */
const MOST_SHARDS = 256;
/** The form that is asked for: `2/4`. */
const EXPECTED_SHARD = `K/N: the K-th of N parts, as 2/4, with N of at most ${256}`;
function readShard(text) {
	const [, part, of] = /^([1-9][0-9]{0,2})\/([1-9][0-9]{0,2})$/.exec(text)?.map(Number) ?? [];
	return part !== void 0 && of !== void 0 && part <= of && of <= 256 ? {
		part,
		of
	} : void 0;
}
function shardText({ part, of }) {
	return `${part}/${of}`;
}

export { readShard as n, shardText as r, EXPECTED_SHARD as t };