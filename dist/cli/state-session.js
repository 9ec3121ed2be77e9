import { r as __toESM } from "./rolldown-runtime.js";
import { t as pLimit } from "./p-limit.js";
import { n as fail, r as ok } from "./dist.js";
import { _ as moveRef, b as clearDeadLock, d as readGitConfig, f as describeRemoteFailure, g as clearDeadRefLock, h as repositoryName, m as UNUSABLE, p as remoteHint, u as openRemote, v as isBranchName } from "./session.js";
import { $ as currentBranch, It as require_ucs2length, J as canonicalJson, Lt as byText, Rt as byTextOf, X as contentHash, Y as compactJson, bt as durableFs, ct as storageFailure, et as readHeadFile, ft as parseTree, ot as ObjectReader, pt as withEntries, rt as blobId, st as readingObjects, tt as readRef, ut as foreignStorage } from "./stories-at.js";
import { t as require_isomorphic_git } from "./isomorphic-git.js";
import { A as findGitDirs } from "./workspace.js";
import { t as printable } from "./printable.js";
import { n as systemHint, r as systemWords } from "./system-code.js";
import { t as describeLocked } from "./lock-holder.js";
import { r as parseJson, x as isObject } from "./read.js";
import { u as count } from "./unsigned-state.js";
import { basename, join } from "node:path";
import { readdir, rename, rm } from "node:fs/promises";
import { Buffer } from "node:buffer";
import { setTimeout } from "node:timers/promises";
import { createHmac, timingSafeEqual } from "node:crypto";

// src/model/change/told.ts
var import_isomorphic_git = /* @__PURE__ */ __toESM(require_isomorphic_git(), 1);
/** Matters that are kept, of all destinations together. What is beyond is told again. */
const MOST_TOLD = 5e4;

// src/documents/compile-document.ts
const check0 = validate0;
const schema0 = {
	"$schema": "https://json-schema.org/draft/2020-12/schema",
	"$id": "storysync.plan/1",
	"title": "storysync plan",
	"description": "What a sync would do, computed once; \"sync --plan\" applies exactly this.",
	"type": "object",
	"additionalProperties": false,
	"required": [
		"format",
		"digest",
		"commit",
		"manifest",
		"totals",
		"destinations",
		"left_behind_destinations"
	],
	"properties": {
		"format": {
			"description": "Name and version of this format.",
			"const": "storysync.plan/1"
		},
		"digest": {
			"description": "Covers the destinations' digests. A sync of this plan demands that it still holds.",
			"type": "string",
			"pattern": "^sha256:[0-9a-f]{64}$"
		},
		"commit": {
			"description": "The commit the plan was made from; null when the work tree had uncommitted files.",
			"type": ["string", "null"],
			"pattern": "^[0-9a-f]{7,64}$"
		},
		"manifest": {
			"description": "The manifest's path as it was given.",
			"type": "string"
		},
		"totals": {
			"description": "Stories by action; they add up to all stories of all destinations.",
			"type": "object",
			"additionalProperties": false,
			"required": [
				"create",
				"update",
				"unchanged",
				"skip",
				"blocked"
			],
			"properties": {
				"create": {
					"description": "Stories that would be created.",
					"type": "integer",
					"minimum": 0
				},
				"update": {
					"description": "Stories that would be updated.",
					"type": "integer",
					"minimum": 0
				},
				"unchanged": {
					"description": "Stories that stay as they are.",
					"type": "integer",
					"minimum": 0
				},
				"skip": {
					"description": "Stories left alone: detached, by hand only, held, or waiting for their ring or a window.",
					"type": "integer",
					"minimum": 0
				},
				"blocked": {
					"description": "Stories that cannot be pushed.",
					"type": "integer",
					"minimum": 0
				}
			}
		},
		"destinations": {
			"description": "In the order of the manifest.",
			"type": "array",
			"items": {
				"description": "The plan of one destination.",
				"type": "object",
				"additionalProperties": false,
				"required": [
					"name",
					"digest",
					"destination_tenant_url",
					"destination_team_id",
					"manual_sync_only",
					"stories",
					"left_behind"
				],
				"properties": {
					"name": {
						"description": "Name of the destination in the manifest.",
						"type": "string",
						"pattern": "^[a-z0-9][a-z0-9_.-]{0,62}$"
					},
					"digest": {
						"description": "Covers all that would be pushed to the destination, and what was observed there.",
						"type": "string",
						"pattern": "^sha256:[0-9a-f]{64}$"
					},
					"destination_tenant_url": {
						"description": "Address of the tenant.",
						"type": "string"
					},
					"destination_team_id": {
						"description": "Team at the destination.",
						"type": "integer",
						"minimum": 1
					},
					"manual_sync_only": {
						"description": "Pushed only when asked for by hand.",
						"type": "boolean"
					},
					"stories": {
						"description": "In the order of work: callees before callers.",
						"type": "array",
						"items": {
							"description": "What is planned for one story at one destination.",
							"type": "object",
							"additionalProperties": false,
							"required": [
								"key",
								"name",
								"action",
								"reason",
								"would",
								"message",
								"hint",
								"detached",
								"destination_story_id",
								"changes",
								"drift",
								"conflict",
								"missing",
								"record_types",
								"urls",
								"warnings"
							],
							"properties": {
								"key": {
									"description": "Key of the story in the manifest.",
									"type": "string",
									"pattern": "^[a-z0-9][a-z0-9_.-]{0,62}$"
								},
								"name": {
									"description": "Name of the story.",
									"type": "string"
								},
								"action": {
									"description": "What a sync would do.",
									"type": "string",
									"enum": [
										"create",
										"update",
										"unchanged",
										"skip",
										"blocked"
									]
								},
								"reason": {
									"description": "Why, from one closed list; null when there is nothing to say.",
									"type": ["string", "null"],
									"enum": [
										"new",
										"content_changed",
										"drift",
										"renamed",
										"recreated",
										"forced",
										"detached",
										"manual_sync_only",
										"not_ours",
										"ambiguous_name",
										"missing_prerequisite",
										"change_control",
										"ingress_ambiguous",
										"missing_key",
										"unauthorized",
										"unreachable",
										"unreadable",
										"rejected",
										"verify_failed",
										"plan_stale",
										"superseded",
										"awaiting_approval",
										"awaiting_ring",
										"outside_window",
										"held",
										"pinned",
										"halted",
										"not_reached",
										"internal",
										null
									]
								},
								"would": {
									"description": "What a push would do once a skipped story may go; null where nothing waits.",
									"type": ["string", "null"],
									"enum": [
										"create",
										"update",
										null
									]
								},
								"message": {
									"description": "Why it is blocked or skipped.",
									"type": ["string", "null"]
								},
								"hint": {
									"description": "What the reader can do about it.",
									"type": ["string", "null"]
								},
								"detached": {
									"description": "The destination keeps its own version of the story.",
									"type": "boolean"
								},
								"destination_story_id": {
									"description": "Id of the story at the destination; null when it is not there or not known.",
									"type": ["integer", "null"],
									"minimum": 1
								},
								"changes": {
									"description": "The differences. A skipped story has them too.",
									"type": "array",
									"items": {
										"description": "One difference between what is live and what git asks for.",
										"type": "object",
										"additionalProperties": false,
										"required": [
											"path",
											"op",
											"text",
											"cause"
										],
										"properties": {
											"path": {
												"description": "Place inside the story, such as agents[Get report].options.url. Never a value of the tenant.",
												"type": "string"
											},
											"op": {
												"description": "What happens at that place.",
												"type": "string",
												"enum": [
													"add",
													"remove",
													"update",
													"move"
												]
											},
											"text": {
												"description": "The difference in one line for people; values in it come from git.",
												"type": "string"
											},
											"cause": {
												"description": "Who made the difference. change_set: git, in the commits this run is about; earlier: git before them, and it was not pushed here yet; destination: somebody edited it there since the last push; unknown: neither recorded state nor a change set can tell.",
												"type": "string",
												"enum": [
													"change_set",
													"earlier",
													"destination",
													"unknown"
												]
											}
										}
									}
								},
								"drift": {
									"description": "Places that the destination edited since the last push.",
									"type": "array",
									"items": {
										"description": "A place inside the story.",
										"type": "string"
									}
								},
								"conflict": {
									"description": "A push would overwrite an edit that was made at the destination. Whether it does, on_drift decides.",
									"type": "boolean"
								},
								"missing": {
									"description": "Prerequisites that are not there.",
									"type": "array",
									"items": {
										"description": "Something the story names and the destination lacks.",
										"type": "object",
										"additionalProperties": false,
										"required": ["kind", "slug"],
										"properties": {
											"kind": {
												"description": "What sort of thing it is.",
												"type": "string",
												"enum": [
													"credential",
													"resource",
													"story"
												]
											},
											"slug": {
												"description": "Its name as the story writes it.",
												"type": "string"
											}
										}
									}
								},
								"record_types": {
									"description": "Consequences for record types.",
									"type": "array",
									"items": {
										"description": "What happens to a record type of the destination.",
										"type": "object",
										"additionalProperties": false,
										"required": [
											"name",
											"action",
											"target",
											"fields",
											"because"
										],
										"properties": {
											"name": {
												"description": "Name of the type in the source.",
												"type": "string"
											},
											"action": {
												"description": "What is done to it.",
												"type": "string",
												"enum": [
													"reuse",
													"create",
													"add_fields",
													"create_sequential"
												]
											},
											"target": {
												"description": "Name of the type at the destination that the story will use.",
												"type": "string"
											},
											"fields": {
												"description": "Fields that are added, or enum values as field=value.",
												"type": "array",
												"items": {
													"description": "A field, or field=value.",
													"type": "string"
												}
											},
											"because": {
												"description": "The reason in one sentence.",
												"type": "string"
											}
										}
									}
								},
								"urls": {
									"description": "Addresses that appear or disappear.",
									"type": "array",
									"items": {
										"description": "An address that appears or disappears at the destination.",
										"type": "object",
										"additionalProperties": false,
										"required": [
											"action",
											"kind",
											"op"
										],
										"properties": {
											"action": {
												"description": "Name of the action it belongs to.",
												"type": "string"
											},
											"kind": {
												"description": "Webhook, page or MCP server.",
												"type": "string",
												"enum": [
													"webhook",
													"page",
													"mcp_server"
												]
											},
											"op": {
												"description": "Whether it appears or disappears.",
												"type": "string",
												"enum": ["add", "remove"]
											}
										}
									}
								},
								"warnings": {
									"description": "What should be known, though it stops nothing.",
									"type": "array",
									"items": {
										"description": "One warning.",
										"type": "string"
									}
								},
								"waits": {
									"description": "The rollout keeps it back, and the digest does not cover that; absent where nothing waits.",
									"type": "object",
									"additionalProperties": false,
									"required": [
										"for",
										"until",
										"because"
									],
									"properties": {
										"for": {
											"description": "What it waits for: ring:NAME and soak:NAME (the ring before), batch:NAME and place:NAME (its own ring), window:TEXT, story:KEY, failures:NAME, or approved_plan.",
											"type": "string"
										},
										"until": {
											"description": "When it may go if nothing else happens, ISO 8601; null when no clock decides that.",
											"type": ["string", "null"]
										},
										"because": {
											"description": "Why it would be pushed; null as for any story.",
											"type": ["string", "null"],
											"enum": [
												"new",
												"content_changed",
												"drift",
												"renamed",
												"recreated",
												"forced",
												"detached",
												"manual_sync_only",
												"not_ours",
												"ambiguous_name",
												"missing_prerequisite",
												"change_control",
												"ingress_ambiguous",
												"missing_key",
												"unauthorized",
												"unreachable",
												"unreadable",
												"rejected",
												"verify_failed",
												"plan_stale",
												"superseded",
												"awaiting_approval",
												"awaiting_ring",
												"outside_window",
												"held",
												"pinned",
												"halted",
												"not_reached",
												"internal",
												null
											]
										}
									}
								},
								"vendor_status": {
									"description": "The vendor's own word for it at this destination; absent where its syncing does not carry the story there.",
									"type": "string",
									"enum": [
										"synced",
										"failed",
										"requires_sync"
									]
								}
							}
						}
					},
					"left_behind": {
						"description": "Stories that stay at the destination although the manifest no longer asks for them.",
						"type": "array",
						"items": {
							"description": "A story that was pushed once and is no longer asked for. It stays without \"sync --prune\".",
							"type": "object",
							"additionalProperties": false,
							"required": [
								"key",
								"name",
								"destination_story_id",
								"prunable",
								"kept_because",
								"warnings"
							],
							"properties": {
								"key": {
									"description": "Key it had in the manifest.",
									"type": "string",
									"pattern": "^[a-z0-9][a-z0-9_.-]{0,62}$"
								},
								"name": {
									"description": "Its name at the destination.",
									"type": "string"
								},
								"destination_story_id": {
									"description": "Its id at the destination.",
									"type": "integer",
									"minimum": 1
								},
								"prunable": {
									"description": "Whether \"sync --prune\" may delete it, as far as this plan has looked.",
									"type": "boolean"
								},
								"kept_because": {
									"description": "Why it stays in any case; null when it is prunable.",
									"type": ["string", "null"]
								},
								"warnings": {
									"description": "What should be known before it is deleted.",
									"type": "array",
									"items": {
										"description": "One warning.",
										"type": "string"
									}
								}
							}
						}
					},
					"hold": {
						"description": "Why nothing is pushed to the destination; absent when it is not held.",
						"type": "object",
						"additionalProperties": false,
						"required": [
							"reason",
							"owner",
							"until"
						],
						"properties": {
							"reason": {
								"description": "Why nothing is pushed.",
								"type": "string"
							},
							"owner": {
								"description": "Who answers for it.",
								"type": ["string", "null"]
							},
							"until": {
								"description": "Last day of the hold, as 2027-01-31.",
								"type": ["string", "null"]
							}
						}
					},
					"pin": {
						"description": "The commit that its stories are taken from; absent when it is not pinned.",
						"type": "object",
						"additionalProperties": false,
						"required": [
							"commit",
							"reason",
							"owner",
							"until",
							"stories"
						],
						"properties": {
							"commit": {
								"description": "The commit whose stories it asks for: the digits of its hash that the manifest has.",
								"type": "string"
							},
							"reason": {
								"description": "Why it is pinned.",
								"type": "string"
							},
							"owner": {
								"description": "Who answers for it.",
								"type": ["string", "null"]
							},
							"until": {
								"description": "Last day of the pin, as 2027-01-31; it stays until it is taken out.",
								"type": ["string", "null"]
							},
							"stories": {
								"description": "The stories that it is about; null is all that it takes.",
								"type": ["array", "null"],
								"items": {
									"description": "Key of a story.",
									"type": "string",
									"pattern": "^[a-z0-9][a-z0-9_.-]{0,62}$"
								}
							}
						}
					},
					"ring": {
						"description": "The ring that it is in; absent without a rollout.",
						"type": "string",
						"pattern": "^[a-z0-9][a-z0-9_.-]{0,62}$"
					},
					"onboarding": {
						"description": "What the destination must have before its first sync, as far as git can tell. Only where its tenant was not asked and nothing is recorded of it.",
						"type": "object",
						"additionalProperties": false,
						"required": [
							"key",
							"needs",
							"tags",
							"record_types"
						],
						"properties": {
							"key": {
								"description": "Where its API key is: the variable that holds it, or `vault:PATH#FIELD`.",
								"type": "string"
							},
							"needs": {
								"description": "What its stories name and do not bring along.",
								"type": "array",
								"items": {
									"description": "Something the story names and the destination lacks.",
									"type": "object",
									"additionalProperties": false,
									"required": ["kind", "slug"],
									"properties": {
										"kind": {
											"description": "What sort of thing it is.",
											"type": "string",
											"enum": [
												"credential",
												"resource",
												"story"
											]
										},
										"slug": {
											"description": "Its name as the story writes it.",
											"type": "string"
										}
									}
								}
							},
							"tags": {
								"description": "Tags of its stories.",
								"type": "array",
								"items": {
									"description": "A tag.",
									"type": "string"
								}
							},
							"record_types": {
								"description": "Record types of its stories.",
								"type": "array",
								"items": {
									"description": "A name.",
									"type": "string"
								}
							}
						}
					},
					"native": {
						"description": "What becomes of a destination at the vendor: of one that its own Story syncing serves, or that it still keeps. A rollout's waiting is not in it: each story tells whether it waits.",
						"type": "object",
						"additionalProperties": false,
						"required": [
							"engine",
							"action",
							"id",
							"consent",
							"from",
							"subscribe",
							"unsubscribe",
							"manual_sync_only",
							"key_version",
							"steps",
							"warnings"
						],
						"properties": {
							"engine": {
								"description": "Whom the manifest gives the destination to; it tells which way a takeover goes.",
								"type": "string",
								"enum": ["push", "native"]
							},
							"action": {
								"description": "replace: under another address or team than now, done with \"sync --replace\"; takeover: from one engine to the other, done with \"sync --takeover\".",
								"type": "string",
								"enum": [
									"create",
									"update",
									"replace",
									"takeover",
									"unchanged"
								]
							},
							"id": {
								"description": "The vendor's id of the sync destination that stands now; null when there is none.",
								"type": ["integer", "null"],
								"minimum": 1
							},
							"consent": {
								"description": "The flag of a sync that somebody has to give, with the name, before anything is written there; null where nothing waits for one.",
								"type": ["string", "null"],
								"enum": [
									"--replace",
									"--takeover",
									null
								]
							},
							"from": {
								"description": "Where that one points to, when it is to be replaced; null otherwise.",
								"type": ["object", "null"],
								"additionalProperties": false,
								"required": ["destination_tenant_url", "destination_team_id"],
								"properties": {
									"destination_tenant_url": {
										"description": "Address of the tenant.",
										"type": "string"
									},
									"destination_team_id": {
										"description": "Its team.",
										"type": "integer",
										"minimum": 1
									}
								}
							},
							"subscribe": {
								"description": "Stories that enter the vendor's list.",
								"type": "array",
								"items": {
									"description": "Key of the story in the manifest.",
									"type": "string",
									"pattern": "^[a-z0-9][a-z0-9_.-]{0,62}$"
								}
							},
							"unsubscribe": {
								"description": "Stories that leave it.",
								"type": "array",
								"items": {
									"description": "Key of the story; #ID, its id at the origin, where the manifest has no such story.",
									"type": "string"
								}
							},
							"manual_sync_only": {
								"description": "The vendor's flag as it will be: also set where a rollout or a hold asks for it.",
								"type": "boolean"
							},
							"key_version": {
								"description": "destination_tenant_api_key_version of the key that the vendor will have; null when it is not known.",
								"type": ["integer", "null"],
								"minimum": 1
							},
							"steps": {
								"description": "Writes at the origin, in order; empty where nothing is written, or where somebody has to agree first.",
								"type": "array",
								"items": {
									"description": "One kind of write.",
									"type": "string",
									"enum": [
										"delete",
										"create",
										"set_flag",
										"send_key",
										"set_stories",
										"trigger"
									]
								}
							},
							"warnings": {
								"description": "What should be known before it is written.",
								"type": "array",
								"items": {
									"description": "One warning.",
									"type": "string"
								}
							},
							"record_types": {
								"description": "A forecast of what the vendor makes of the team's record types; the vendor decides. Absent where nobody looked: no story that moves keeps records, or the key of the destination is not at hand.",
								"type": "array",
								"items": {
									"description": "What happens to a record type of the destination.",
									"type": "object",
									"additionalProperties": false,
									"required": [
										"name",
										"action",
										"target",
										"fields",
										"because"
									],
									"properties": {
										"name": {
											"description": "Name of the type in the source.",
											"type": "string"
										},
										"action": {
											"description": "What is done to it.",
											"type": "string",
											"enum": [
												"reuse",
												"create",
												"add_fields",
												"create_sequential"
											]
										},
										"target": {
											"description": "Name of the type at the destination that the story will use.",
											"type": "string"
										},
										"fields": {
											"description": "Fields that are added, or enum values as field=value.",
											"type": "array",
											"items": {
												"description": "A field, or field=value.",
												"type": "string"
											}
										},
										"because": {
											"description": "The reason in one sentence.",
											"type": "string"
										}
									}
								}
							}
						}
					}
				}
			}
		},
		"left_behind_destinations": {
			"description": "Destinations that the manifest no longer has. Empty when selectors narrowed the run.",
			"type": "array",
			"items": {
				"description": "A destination that recorded state knows and the manifest no longer has. Nothing is deleted.",
				"type": "object",
				"additionalProperties": false,
				"required": [
					"name",
					"destination_tenant_url",
					"destination_team_id",
					"stories"
				],
				"properties": {
					"name": {
						"description": "Name it had in the manifest.",
						"type": "string",
						"pattern": "^[a-z0-9][a-z0-9_.-]{0,62}$"
					},
					"destination_tenant_url": {
						"description": "Address of its tenant.",
						"type": "string"
					},
					"destination_team_id": {
						"description": "Its team.",
						"type": "integer",
						"minimum": 1
					},
					"stories": {
						"description": "How many stories were recorded there.",
						"type": "integer",
						"minimum": 0
					}
				}
			}
		},
		"left_behind_native": {
			"description": "The vendor's sync destinations that the manifest does not have. Absent where the vendor was not asked.",
			"type": "array",
			"items": {
				"description": "A sync destination of the vendor that no destination of the manifest is. The vendor goes on syncing there until \"sync --prune\" deletes it; its copies stay without \"--prune-stories\".",
				"type": "object",
				"additionalProperties": false,
				"required": [
					"id",
					"name",
					"destination_tenant_url",
					"destination_team_id",
					"stories",
					"story_names",
					"kept_because"
				],
				"properties": {
					"id": {
						"description": "The vendor's id of it.",
						"type": "integer",
						"minimum": 1
					},
					"name": {
						"description": "Name it had in the manifest; null when recorded state does not know it.",
						"type": ["string", "null"]
					},
					"destination_tenant_url": {
						"description": "Address of its tenant, as the vendor has it.",
						"type": "string"
					},
					"destination_team_id": {
						"description": "Its team.",
						"type": "integer",
						"minimum": 1
					},
					"stories": {
						"description": "How many stories it carries.",
						"type": "integer",
						"minimum": 0
					},
					"story_names": {
						"description": "These stories, in the order of their ids at the origin.",
						"type": "array",
						"items": {
							"description": "The name of one there.",
							"type": "string"
						}
					},
					"kept_because": {
						"description": "Why \"sync --prune\" leaves it: not_ours, nothing recorded says that this repository had it; not_proven, only unproven state says so; recorded_elsewhere, what is recorded is of another tenant or team; held, the manifest holds the whole fleet. Null when it may be deleted.",
						"type": ["string", "null"],
						"enum": [
							"not_ours",
							"not_proven",
							"recorded_elsewhere",
							"held",
							null
						]
					}
				}
			}
		},
		"rollout": {
			"description": "Where each story that moves stands in each ring; absent without a rollout in the manifest. The digest does not cover it.",
			"type": "array",
			"items": {
				"description": "Where one story stands in one ring.",
				"type": "object",
				"additionalProperties": false,
				"required": [
					"ring",
					"story",
					"there",
					"total",
					"failed",
					"max_failed",
					"state",
					"opens_at",
					"waits_for"
				],
				"properties": {
					"ring": {
						"description": "Name of the ring.",
						"type": "string",
						"pattern": "^[a-z0-9][a-z0-9_.-]{0,62}$"
					},
					"story": {
						"description": "Key of the story.",
						"type": "string",
						"pattern": "^[a-z0-9][a-z0-9_.-]{0,62}$"
					},
					"there": {
						"description": "Pairs that were read back equal to the content git wants.",
						"type": "integer",
						"minimum": 0
					},
					"total": {
						"description": "Pairs that count: not detached, held, pinned or by hand only.",
						"type": "integer",
						"minimum": 0
					},
					"failed": {
						"description": "Pairs whose last try with this content failed.",
						"type": "integer",
						"minimum": 0
					},
					"max_failed": {
						"description": "Failed pairs that the ring may have, as a number of pairs.",
						"type": "integer",
						"minimum": 0
					},
					"state": {
						"description": "passed: later rings may go. open: goes now. soaking: the ring before has passed and must stand for a while. waiting: for the ring before, or for a window. halted: more pairs failed than may, here or in an earlier ring.",
						"type": "string",
						"enum": [
							"passed",
							"open",
							"soaking",
							"waiting",
							"halted"
						]
					},
					"opens_at": {
						"description": "When it opens if nothing else happens, ISO 8601; null when no clock decides that.",
						"type": ["string", "null"]
					},
					"waits_for": {
						"description": "What it waits for: ring:NAME and soak:NAME (the ring before), batch:NAME and place:NAME (its own ring), window:TEXT, story:KEY, failures:NAME, or approved_plan. Null where it does not wait.",
						"type": ["string", "null"]
					}
				}
			}
		},
		"forecast": {
			"description": "What applying the plan takes at most, as long as each tenant answers at the first asking, within a second, and nobody else writes there. Absent where nothing is to be applied. The digest does not cover it.",
			"type": "object",
			"additionalProperties": false,
			"required": [
				"calls",
				"minutes",
				"tenants",
				"busiest",
				"uncounted"
			],
			"properties": {
				"calls": {
					"description": "Requests to tenants, after the plan was made.",
					"type": "integer",
					"minimum": 0
				},
				"minutes": {
					"description": "Minutes, by what the run is allowed: requests a minute and tenant, destinations side by side.",
					"type": "integer",
					"minimum": 0
				},
				"tenants": {
					"description": "How many tenants are asked.",
					"type": "integer",
					"minimum": 0
				},
				"busiest": {
					"description": "The tenant with most of the requests.",
					"type": "object",
					"additionalProperties": false,
					"required": ["destination_tenant_url", "calls"],
					"properties": {
						"destination_tenant_url": {
							"description": "Address of the tenant.",
							"type": "string"
						},
						"calls": {
							"description": "Its requests.",
							"type": "integer",
							"minimum": 0
						}
					}
				},
				"uncounted": {
					"description": "Destinations with something to push whose tenants were not asked: they are not in it.",
					"type": "integer",
					"minimum": 0
				}
			}
		},
		"signature": {
			"description": "By whom the file was made: an HMAC-SHA256 under the state key. With a state key \"sync --plan\" demands it; absent without one.",
			"type": "string",
			"pattern": "^hmac-sha256:[0-9a-f]{64}$"
		}
	}
};
const func0 = Object.prototype.hasOwnProperty;
const pattern0 = new RegExp("^sha256:[0-9a-f]{64}$", "u");
const pattern1 = new RegExp("^[0-9a-f]{7,64}$", "u");
const pattern2 = new RegExp("^[a-z0-9][a-z0-9_.-]{0,62}$", "u");
const pattern12 = new RegExp("^hmac-sha256:[0-9a-f]{64}$", "u");
function validate0(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	const evaluated0 = validate0.evaluated;
	if (evaluated0.dynamicProps) evaluated0.props = void 0;
	if (evaluated0.dynamicItems) evaluated0.items = void 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		let missing0;
		if (data.format === void 0 && (missing0 = "format") || data.digest === void 0 && (missing0 = "digest") || data.commit === void 0 && (missing0 = "commit") || data.manifest === void 0 && (missing0 = "manifest") || data.totals === void 0 && (missing0 = "totals") || data.destinations === void 0 && (missing0 = "destinations") || data.left_behind_destinations === void 0 && (missing0 = "left_behind_destinations")) {
			validate0.errors = [{
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: missing0 },
				message: "must have required property '" + missing0 + "'"
			}];
			return false;
		} else {
			for (const key0 in data) if (!func0.call(schema0.properties, key0)) {
				validate0.errors = [{
					instancePath,
					schemaPath: "#/additionalProperties",
					keyword: "additionalProperties",
					params: { additionalProperty: key0 },
					message: "must NOT have additional properties"
				}];
				return false;
			}
			if (data.format !== void 0) {
				if ("storysync.plan/1" !== data.format) {
					validate0.errors = [{
						instancePath: instancePath + "/format",
						schemaPath: "#/properties/format/const",
						keyword: "const",
						params: { allowedValue: "storysync.plan/1" },
						message: "must be equal to constant"
					}];
					return false;
				}
				var valid0 = true;
			} else var valid0 = true;
			if (valid0) {
				if (data.digest !== void 0) {
					let data1 = data.digest;
					if (typeof data1 === "string") {
						if (!pattern0.test(data1)) {
							validate0.errors = [{
								instancePath: instancePath + "/digest",
								schemaPath: "#/properties/digest/pattern",
								keyword: "pattern",
								params: { pattern: "^sha256:[0-9a-f]{64}$" },
								message: "must match pattern \"^sha256:[0-9a-f]{64}$\""
							}];
							return false;
						}
					} else {
						validate0.errors = [{
							instancePath: instancePath + "/digest",
							schemaPath: "#/properties/digest/type",
							keyword: "type",
							params: { type: "string" },
							message: "must be string"
						}];
						return false;
					}
					var valid0 = true;
				} else var valid0 = true;
				if (valid0) {
					if (data.commit !== void 0) {
						let data2 = data.commit;
						if (typeof data2 !== "string" && data2 !== null) {
							validate0.errors = [{
								instancePath: instancePath + "/commit",
								schemaPath: "#/properties/commit/type",
								keyword: "type",
								params: { type: schema0.properties.commit.type },
								message: "must be string,null"
							}];
							return false;
						}
						if (typeof data2 === "string") {
							if (!pattern1.test(data2)) {
								validate0.errors = [{
									instancePath: instancePath + "/commit",
									schemaPath: "#/properties/commit/pattern",
									keyword: "pattern",
									params: { pattern: "^[0-9a-f]{7,64}$" },
									message: "must match pattern \"^[0-9a-f]{7,64}$\""
								}];
								return false;
							}
						}
						var valid0 = true;
					} else var valid0 = true;
					if (valid0) {
						if (data.manifest !== void 0) {
							if (typeof data.manifest !== "string") {
								validate0.errors = [{
									instancePath: instancePath + "/manifest",
									schemaPath: "#/properties/manifest/type",
									keyword: "type",
									params: { type: "string" },
									message: "must be string"
								}];
								return false;
							}
							var valid0 = true;
						} else var valid0 = true;
						if (valid0) {
							if (data.totals !== void 0) {
								let data4 = data.totals;
								if (data4 && typeof data4 == "object" && !Array.isArray(data4)) {
									let missing1;
									if (data4.create === void 0 && (missing1 = "create") || data4.update === void 0 && (missing1 = "update") || data4.unchanged === void 0 && (missing1 = "unchanged") || data4.skip === void 0 && (missing1 = "skip") || data4.blocked === void 0 && (missing1 = "blocked")) {
										validate0.errors = [{
											instancePath: instancePath + "/totals",
											schemaPath: "#/properties/totals/required",
											keyword: "required",
											params: { missingProperty: missing1 },
											message: "must have required property '" + missing1 + "'"
										}];
										return false;
									} else {
										for (const key1 in data4) if (!(key1 === "create" || key1 === "update" || key1 === "unchanged" || key1 === "skip" || key1 === "blocked")) {
											validate0.errors = [{
												instancePath: instancePath + "/totals",
												schemaPath: "#/properties/totals/additionalProperties",
												keyword: "additionalProperties",
												params: { additionalProperty: key1 },
												message: "must NOT have additional properties"
											}];
											return false;
										}
										if (data4.create !== void 0) {
											let data5 = data4.create;
											if (!(typeof data5 == "number" && !(data5 % 1) && !isNaN(data5) && isFinite(data5))) {
												validate0.errors = [{
													instancePath: instancePath + "/totals/create",
													schemaPath: "#/properties/totals/properties/create/type",
													keyword: "type",
													params: { type: "integer" },
													message: "must be integer"
												}];
												return false;
											}
											if (typeof data5 == "number" && isFinite(data5)) {
												if (data5 < 0 || isNaN(data5)) {
													validate0.errors = [{
														instancePath: instancePath + "/totals/create",
														schemaPath: "#/properties/totals/properties/create/minimum",
														keyword: "minimum",
														params: {
															comparison: ">=",
															limit: 0
														},
														message: "must be >= 0"
													}];
													return false;
												}
											}
											var valid1 = true;
										} else var valid1 = true;
										if (valid1) {
											if (data4.update !== void 0) {
												let data6 = data4.update;
												if (!(typeof data6 == "number" && !(data6 % 1) && !isNaN(data6) && isFinite(data6))) {
													validate0.errors = [{
														instancePath: instancePath + "/totals/update",
														schemaPath: "#/properties/totals/properties/update/type",
														keyword: "type",
														params: { type: "integer" },
														message: "must be integer"
													}];
													return false;
												}
												if (typeof data6 == "number" && isFinite(data6)) {
													if (data6 < 0 || isNaN(data6)) {
														validate0.errors = [{
															instancePath: instancePath + "/totals/update",
															schemaPath: "#/properties/totals/properties/update/minimum",
															keyword: "minimum",
															params: {
																comparison: ">=",
																limit: 0
															},
															message: "must be >= 0"
														}];
														return false;
													}
												}
												var valid1 = true;
											} else var valid1 = true;
											if (valid1) {
												if (data4.unchanged !== void 0) {
													let data7 = data4.unchanged;
													if (!(typeof data7 == "number" && !(data7 % 1) && !isNaN(data7) && isFinite(data7))) {
														validate0.errors = [{
															instancePath: instancePath + "/totals/unchanged",
															schemaPath: "#/properties/totals/properties/unchanged/type",
															keyword: "type",
															params: { type: "integer" },
															message: "must be integer"
														}];
														return false;
													}
													if (typeof data7 == "number" && isFinite(data7)) {
														if (data7 < 0 || isNaN(data7)) {
															validate0.errors = [{
																instancePath: instancePath + "/totals/unchanged",
																schemaPath: "#/properties/totals/properties/unchanged/minimum",
																keyword: "minimum",
																params: {
																	comparison: ">=",
																	limit: 0
																},
																message: "must be >= 0"
															}];
															return false;
														}
													}
													var valid1 = true;
												} else var valid1 = true;
												if (valid1) {
													if (data4.skip !== void 0) {
														let data8 = data4.skip;
														if (!(typeof data8 == "number" && !(data8 % 1) && !isNaN(data8) && isFinite(data8))) {
															validate0.errors = [{
																instancePath: instancePath + "/totals/skip",
																schemaPath: "#/properties/totals/properties/skip/type",
																keyword: "type",
																params: { type: "integer" },
																message: "must be integer"
															}];
															return false;
														}
														if (typeof data8 == "number" && isFinite(data8)) {
															if (data8 < 0 || isNaN(data8)) {
																validate0.errors = [{
																	instancePath: instancePath + "/totals/skip",
																	schemaPath: "#/properties/totals/properties/skip/minimum",
																	keyword: "minimum",
																	params: {
																		comparison: ">=",
																		limit: 0
																	},
																	message: "must be >= 0"
																}];
																return false;
															}
														}
														var valid1 = true;
													} else var valid1 = true;
													if (valid1) {
														if (data4.blocked !== void 0) {
															let data9 = data4.blocked;
															if (!(typeof data9 == "number" && !(data9 % 1) && !isNaN(data9) && isFinite(data9))) {
																validate0.errors = [{
																	instancePath: instancePath + "/totals/blocked",
																	schemaPath: "#/properties/totals/properties/blocked/type",
																	keyword: "type",
																	params: { type: "integer" },
																	message: "must be integer"
																}];
																return false;
															}
															if (typeof data9 == "number" && isFinite(data9)) {
																if (data9 < 0 || isNaN(data9)) {
																	validate0.errors = [{
																		instancePath: instancePath + "/totals/blocked",
																		schemaPath: "#/properties/totals/properties/blocked/minimum",
																		keyword: "minimum",
																		params: {
																			comparison: ">=",
																			limit: 0
																		},
																		message: "must be >= 0"
																	}];
																	return false;
																}
															}
															var valid1 = true;
														} else var valid1 = true;
													}
												}
											}
										}
									}
								} else {
									validate0.errors = [{
										instancePath: instancePath + "/totals",
										schemaPath: "#/properties/totals/type",
										keyword: "type",
										params: { type: "object" },
										message: "must be object"
									}];
									return false;
								}
								var valid0 = true;
							} else var valid0 = true;
							if (valid0) {
								if (data.destinations !== void 0) {
									let data10 = data.destinations;
									if (Array.isArray(data10)) {
										const len0 = data10.length;
										for (let i0 = 0; i0 < len0; i0++) {
											let data11 = data10[i0];
											if (data11 && typeof data11 == "object" && !Array.isArray(data11)) {
												let missing2;
												if (data11.name === void 0 && (missing2 = "name") || data11.digest === void 0 && (missing2 = "digest") || data11.destination_tenant_url === void 0 && (missing2 = "destination_tenant_url") || data11.destination_team_id === void 0 && (missing2 = "destination_team_id") || data11.manual_sync_only === void 0 && (missing2 = "manual_sync_only") || data11.stories === void 0 && (missing2 = "stories") || data11.left_behind === void 0 && (missing2 = "left_behind")) {
													validate0.errors = [{
														instancePath: instancePath + "/destinations/" + i0,
														schemaPath: "#/properties/destinations/items/required",
														keyword: "required",
														params: { missingProperty: missing2 },
														message: "must have required property '" + missing2 + "'"
													}];
													return false;
												} else {
													for (const key2 in data11) if (!func0.call(schema0.properties.destinations.items.properties, key2)) {
														validate0.errors = [{
															instancePath: instancePath + "/destinations/" + i0,
															schemaPath: "#/properties/destinations/items/additionalProperties",
															keyword: "additionalProperties",
															params: { additionalProperty: key2 },
															message: "must NOT have additional properties"
														}];
														return false;
													}
													if (data11.name !== void 0) {
														let data12 = data11.name;
														if (typeof data12 === "string") {
															if (!pattern2.test(data12)) {
																validate0.errors = [{
																	instancePath: instancePath + "/destinations/" + i0 + "/name",
																	schemaPath: "#/properties/destinations/items/properties/name/pattern",
																	keyword: "pattern",
																	params: { pattern: "^[a-z0-9][a-z0-9_.-]{0,62}$" },
																	message: "must match pattern \"^[a-z0-9][a-z0-9_.-]{0,62}$\""
																}];
																return false;
															}
														} else {
															validate0.errors = [{
																instancePath: instancePath + "/destinations/" + i0 + "/name",
																schemaPath: "#/properties/destinations/items/properties/name/type",
																keyword: "type",
																params: { type: "string" },
																message: "must be string"
															}];
															return false;
														}
														var valid3 = true;
													} else var valid3 = true;
													if (valid3) {
														if (data11.digest !== void 0) {
															let data13 = data11.digest;
															if (typeof data13 === "string") {
																if (!pattern0.test(data13)) {
																	validate0.errors = [{
																		instancePath: instancePath + "/destinations/" + i0 + "/digest",
																		schemaPath: "#/properties/destinations/items/properties/digest/pattern",
																		keyword: "pattern",
																		params: { pattern: "^sha256:[0-9a-f]{64}$" },
																		message: "must match pattern \"^sha256:[0-9a-f]{64}$\""
																	}];
																	return false;
																}
															} else {
																validate0.errors = [{
																	instancePath: instancePath + "/destinations/" + i0 + "/digest",
																	schemaPath: "#/properties/destinations/items/properties/digest/type",
																	keyword: "type",
																	params: { type: "string" },
																	message: "must be string"
																}];
																return false;
															}
															var valid3 = true;
														} else var valid3 = true;
														if (valid3) {
															if (data11.destination_tenant_url !== void 0) {
																if (typeof data11.destination_tenant_url !== "string") {
																	validate0.errors = [{
																		instancePath: instancePath + "/destinations/" + i0 + "/destination_tenant_url",
																		schemaPath: "#/properties/destinations/items/properties/destination_tenant_url/type",
																		keyword: "type",
																		params: { type: "string" },
																		message: "must be string"
																	}];
																	return false;
																}
																var valid3 = true;
															} else var valid3 = true;
															if (valid3) {
																if (data11.destination_team_id !== void 0) {
																	let data15 = data11.destination_team_id;
																	if (!(typeof data15 == "number" && !(data15 % 1) && !isNaN(data15) && isFinite(data15))) {
																		validate0.errors = [{
																			instancePath: instancePath + "/destinations/" + i0 + "/destination_team_id",
																			schemaPath: "#/properties/destinations/items/properties/destination_team_id/type",
																			keyword: "type",
																			params: { type: "integer" },
																			message: "must be integer"
																		}];
																		return false;
																	}
																	if (typeof data15 == "number" && isFinite(data15)) {
																		if (data15 < 1 || isNaN(data15)) {
																			validate0.errors = [{
																				instancePath: instancePath + "/destinations/" + i0 + "/destination_team_id",
																				schemaPath: "#/properties/destinations/items/properties/destination_team_id/minimum",
																				keyword: "minimum",
																				params: {
																					comparison: ">=",
																					limit: 1
																				},
																				message: "must be >= 1"
																			}];
																			return false;
																		}
																	}
																	var valid3 = true;
																} else var valid3 = true;
																if (valid3) {
																	if (data11.manual_sync_only !== void 0) {
																		if (typeof data11.manual_sync_only !== "boolean") {
																			validate0.errors = [{
																				instancePath: instancePath + "/destinations/" + i0 + "/manual_sync_only",
																				schemaPath: "#/properties/destinations/items/properties/manual_sync_only/type",
																				keyword: "type",
																				params: { type: "boolean" },
																				message: "must be boolean"
																			}];
																			return false;
																		}
																		var valid3 = true;
																	} else var valid3 = true;
																	if (valid3) {
																		if (data11.stories !== void 0) {
																			let data17 = data11.stories;
																			if (Array.isArray(data17)) {
																				const len1 = data17.length;
																				for (let i1 = 0; i1 < len1; i1++) {
																					let data18 = data17[i1];
																					if (data18 && typeof data18 == "object" && !Array.isArray(data18)) {
																						let missing3;
																						if (data18.key === void 0 && (missing3 = "key") || data18.name === void 0 && (missing3 = "name") || data18.action === void 0 && (missing3 = "action") || data18.reason === void 0 && (missing3 = "reason") || data18.would === void 0 && (missing3 = "would") || data18.message === void 0 && (missing3 = "message") || data18.hint === void 0 && (missing3 = "hint") || data18.detached === void 0 && (missing3 = "detached") || data18.destination_story_id === void 0 && (missing3 = "destination_story_id") || data18.changes === void 0 && (missing3 = "changes") || data18.drift === void 0 && (missing3 = "drift") || data18.conflict === void 0 && (missing3 = "conflict") || data18.missing === void 0 && (missing3 = "missing") || data18.record_types === void 0 && (missing3 = "record_types") || data18.urls === void 0 && (missing3 = "urls") || data18.warnings === void 0 && (missing3 = "warnings")) {
																							validate0.errors = [{
																								instancePath: instancePath + "/destinations/" + i0 + "/stories/" + i1,
																								schemaPath: "#/properties/destinations/items/properties/stories/items/required",
																								keyword: "required",
																								params: { missingProperty: missing3 },
																								message: "must have required property '" + missing3 + "'"
																							}];
																							return false;
																						} else {
																							for (const key3 in data18) if (!func0.call(schema0.properties.destinations.items.properties.stories.items.properties, key3)) {
																								validate0.errors = [{
																									instancePath: instancePath + "/destinations/" + i0 + "/stories/" + i1,
																									schemaPath: "#/properties/destinations/items/properties/stories/items/additionalProperties",
																									keyword: "additionalProperties",
																									params: { additionalProperty: key3 },
																									message: "must NOT have additional properties"
																								}];
																								return false;
																							}
																							if (data18.key !== void 0) {
																								let data19 = data18.key;
																								if (typeof data19 === "string") {
																									if (!pattern2.test(data19)) {
																										validate0.errors = [{
																											instancePath: instancePath + "/destinations/" + i0 + "/stories/" + i1 + "/key",
																											schemaPath: "#/properties/destinations/items/properties/stories/items/properties/key/pattern",
																											keyword: "pattern",
																											params: { pattern: "^[a-z0-9][a-z0-9_.-]{0,62}$" },
																											message: "must match pattern \"^[a-z0-9][a-z0-9_.-]{0,62}$\""
																										}];
																										return false;
																									}
																								} else {
																									validate0.errors = [{
																										instancePath: instancePath + "/destinations/" + i0 + "/stories/" + i1 + "/key",
																										schemaPath: "#/properties/destinations/items/properties/stories/items/properties/key/type",
																										keyword: "type",
																										params: { type: "string" },
																										message: "must be string"
																									}];
																									return false;
																								}
																								var valid5 = true;
																							} else var valid5 = true;
																							if (valid5) {
																								if (data18.name !== void 0) {
																									if (typeof data18.name !== "string") {
																										validate0.errors = [{
																											instancePath: instancePath + "/destinations/" + i0 + "/stories/" + i1 + "/name",
																											schemaPath: "#/properties/destinations/items/properties/stories/items/properties/name/type",
																											keyword: "type",
																											params: { type: "string" },
																											message: "must be string"
																										}];
																										return false;
																									}
																									var valid5 = true;
																								} else var valid5 = true;
																								if (valid5) {
																									if (data18.action !== void 0) {
																										let data21 = data18.action;
																										if (typeof data21 !== "string") {
																											validate0.errors = [{
																												instancePath: instancePath + "/destinations/" + i0 + "/stories/" + i1 + "/action",
																												schemaPath: "#/properties/destinations/items/properties/stories/items/properties/action/type",
																												keyword: "type",
																												params: { type: "string" },
																												message: "must be string"
																											}];
																											return false;
																										}
																										if (!(data21 === "create" || data21 === "update" || data21 === "unchanged" || data21 === "skip" || data21 === "blocked")) {
																											validate0.errors = [{
																												instancePath: instancePath + "/destinations/" + i0 + "/stories/" + i1 + "/action",
																												schemaPath: "#/properties/destinations/items/properties/stories/items/properties/action/enum",
																												keyword: "enum",
																												params: { allowedValues: schema0.properties.destinations.items.properties.stories.items.properties.action.enum },
																												message: "must be equal to one of the allowed values"
																											}];
																											return false;
																										}
																										var valid5 = true;
																									} else var valid5 = true;
																									if (valid5) {
																										if (data18.reason !== void 0) {
																											let data22 = data18.reason;
																											if (typeof data22 !== "string" && data22 !== null) {
																												validate0.errors = [{
																													instancePath: instancePath + "/destinations/" + i0 + "/stories/" + i1 + "/reason",
																													schemaPath: "#/properties/destinations/items/properties/stories/items/properties/reason/type",
																													keyword: "type",
																													params: { type: schema0.properties.destinations.items.properties.stories.items.properties.reason.type },
																													message: "must be string,null"
																												}];
																												return false;
																											}
																											if (!(data22 === "new" || data22 === "content_changed" || data22 === "drift" || data22 === "renamed" || data22 === "recreated" || data22 === "forced" || data22 === "detached" || data22 === "manual_sync_only" || data22 === "not_ours" || data22 === "ambiguous_name" || data22 === "missing_prerequisite" || data22 === "change_control" || data22 === "ingress_ambiguous" || data22 === "missing_key" || data22 === "unauthorized" || data22 === "unreachable" || data22 === "unreadable" || data22 === "rejected" || data22 === "verify_failed" || data22 === "plan_stale" || data22 === "superseded" || data22 === "awaiting_approval" || data22 === "awaiting_ring" || data22 === "outside_window" || data22 === "held" || data22 === "pinned" || data22 === "halted" || data22 === "not_reached" || data22 === "internal" || data22 === null)) {
																												validate0.errors = [{
																													instancePath: instancePath + "/destinations/" + i0 + "/stories/" + i1 + "/reason",
																													schemaPath: "#/properties/destinations/items/properties/stories/items/properties/reason/enum",
																													keyword: "enum",
																													params: { allowedValues: schema0.properties.destinations.items.properties.stories.items.properties.reason.enum },
																													message: "must be equal to one of the allowed values"
																												}];
																												return false;
																											}
																											var valid5 = true;
																										} else var valid5 = true;
																										if (valid5) {
																											if (data18.would !== void 0) {
																												let data23 = data18.would;
																												if (typeof data23 !== "string" && data23 !== null) {
																													validate0.errors = [{
																														instancePath: instancePath + "/destinations/" + i0 + "/stories/" + i1 + "/would",
																														schemaPath: "#/properties/destinations/items/properties/stories/items/properties/would/type",
																														keyword: "type",
																														params: { type: schema0.properties.destinations.items.properties.stories.items.properties.would.type },
																														message: "must be string,null"
																													}];
																													return false;
																												}
																												if (!(data23 === "create" || data23 === "update" || data23 === null)) {
																													validate0.errors = [{
																														instancePath: instancePath + "/destinations/" + i0 + "/stories/" + i1 + "/would",
																														schemaPath: "#/properties/destinations/items/properties/stories/items/properties/would/enum",
																														keyword: "enum",
																														params: { allowedValues: schema0.properties.destinations.items.properties.stories.items.properties.would.enum },
																														message: "must be equal to one of the allowed values"
																													}];
																													return false;
																												}
																												var valid5 = true;
																											} else var valid5 = true;
																											if (valid5) {
																												if (data18.message !== void 0) {
																													let data24 = data18.message;
																													if (typeof data24 !== "string" && data24 !== null) {
																														validate0.errors = [{
																															instancePath: instancePath + "/destinations/" + i0 + "/stories/" + i1 + "/message",
																															schemaPath: "#/properties/destinations/items/properties/stories/items/properties/message/type",
																															keyword: "type",
																															params: { type: schema0.properties.destinations.items.properties.stories.items.properties.message.type },
																															message: "must be string,null"
																														}];
																														return false;
																													}
																													var valid5 = true;
																												} else var valid5 = true;
																												if (valid5) {
																													if (data18.hint !== void 0) {
																														let data25 = data18.hint;
																														if (typeof data25 !== "string" && data25 !== null) {
																															validate0.errors = [{
																																instancePath: instancePath + "/destinations/" + i0 + "/stories/" + i1 + "/hint",
																																schemaPath: "#/properties/destinations/items/properties/stories/items/properties/hint/type",
																																keyword: "type",
																																params: { type: schema0.properties.destinations.items.properties.stories.items.properties.hint.type },
																																message: "must be string,null"
																															}];
																															return false;
																														}
																														var valid5 = true;
																													} else var valid5 = true;
																													if (valid5) {
																														if (data18.detached !== void 0) {
																															if (typeof data18.detached !== "boolean") {
																																validate0.errors = [{
																																	instancePath: instancePath + "/destinations/" + i0 + "/stories/" + i1 + "/detached",
																																	schemaPath: "#/properties/destinations/items/properties/stories/items/properties/detached/type",
																																	keyword: "type",
																																	params: { type: "boolean" },
																																	message: "must be boolean"
																																}];
																																return false;
																															}
																															var valid5 = true;
																														} else var valid5 = true;
																														if (valid5) {
																															if (data18.destination_story_id !== void 0) {
																																let data27 = data18.destination_story_id;
																																if (!(typeof data27 == "number" && !(data27 % 1) && !isNaN(data27) && isFinite(data27)) && data27 !== null) {
																																	validate0.errors = [{
																																		instancePath: instancePath + "/destinations/" + i0 + "/stories/" + i1 + "/destination_story_id",
																																		schemaPath: "#/properties/destinations/items/properties/stories/items/properties/destination_story_id/type",
																																		keyword: "type",
																																		params: { type: schema0.properties.destinations.items.properties.stories.items.properties.destination_story_id.type },
																																		message: "must be integer,null"
																																	}];
																																	return false;
																																}
																																if (typeof data27 == "number" && isFinite(data27)) {
																																	if (data27 < 1 || isNaN(data27)) {
																																		validate0.errors = [{
																																			instancePath: instancePath + "/destinations/" + i0 + "/stories/" + i1 + "/destination_story_id",
																																			schemaPath: "#/properties/destinations/items/properties/stories/items/properties/destination_story_id/minimum",
																																			keyword: "minimum",
																																			params: {
																																				comparison: ">=",
																																				limit: 1
																																			},
																																			message: "must be >= 1"
																																		}];
																																		return false;
																																	}
																																}
																																var valid5 = true;
																															} else var valid5 = true;
																															if (valid5) {
																																if (data18.changes !== void 0) {
																																	let data28 = data18.changes;
																																	if (Array.isArray(data28)) {
																																		const len2 = data28.length;
																																		for (let i2 = 0; i2 < len2; i2++) {
																																			let data29 = data28[i2];
																																			if (data29 && typeof data29 == "object" && !Array.isArray(data29)) {
																																				let missing4;
																																				if (data29.path === void 0 && (missing4 = "path") || data29.op === void 0 && (missing4 = "op") || data29.text === void 0 && (missing4 = "text") || data29.cause === void 0 && (missing4 = "cause")) {
																																					validate0.errors = [{
																																						instancePath: instancePath + "/destinations/" + i0 + "/stories/" + i1 + "/changes/" + i2,
																																						schemaPath: "#/properties/destinations/items/properties/stories/items/properties/changes/items/required",
																																						keyword: "required",
																																						params: { missingProperty: missing4 },
																																						message: "must have required property '" + missing4 + "'"
																																					}];
																																					return false;
																																				} else {
																																					for (const key4 in data29) if (!(key4 === "path" || key4 === "op" || key4 === "text" || key4 === "cause")) {
																																						validate0.errors = [{
																																							instancePath: instancePath + "/destinations/" + i0 + "/stories/" + i1 + "/changes/" + i2,
																																							schemaPath: "#/properties/destinations/items/properties/stories/items/properties/changes/items/additionalProperties",
																																							keyword: "additionalProperties",
																																							params: { additionalProperty: key4 },
																																							message: "must NOT have additional properties"
																																						}];
																																						return false;
																																					}
																																					if (data29.path !== void 0) {
																																						if (typeof data29.path !== "string") {
																																							validate0.errors = [{
																																								instancePath: instancePath + "/destinations/" + i0 + "/stories/" + i1 + "/changes/" + i2 + "/path",
																																								schemaPath: "#/properties/destinations/items/properties/stories/items/properties/changes/items/properties/path/type",
																																								keyword: "type",
																																								params: { type: "string" },
																																								message: "must be string"
																																							}];
																																							return false;
																																						}
																																						var valid7 = true;
																																					} else var valid7 = true;
																																					if (valid7) {
																																						if (data29.op !== void 0) {
																																							let data31 = data29.op;
																																							if (typeof data31 !== "string") {
																																								validate0.errors = [{
																																									instancePath: instancePath + "/destinations/" + i0 + "/stories/" + i1 + "/changes/" + i2 + "/op",
																																									schemaPath: "#/properties/destinations/items/properties/stories/items/properties/changes/items/properties/op/type",
																																									keyword: "type",
																																									params: { type: "string" },
																																									message: "must be string"
																																								}];
																																								return false;
																																							}
																																							if (!(data31 === "add" || data31 === "remove" || data31 === "update" || data31 === "move")) {
																																								validate0.errors = [{
																																									instancePath: instancePath + "/destinations/" + i0 + "/stories/" + i1 + "/changes/" + i2 + "/op",
																																									schemaPath: "#/properties/destinations/items/properties/stories/items/properties/changes/items/properties/op/enum",
																																									keyword: "enum",
																																									params: { allowedValues: schema0.properties.destinations.items.properties.stories.items.properties.changes.items.properties.op.enum },
																																									message: "must be equal to one of the allowed values"
																																								}];
																																								return false;
																																							}
																																							var valid7 = true;
																																						} else var valid7 = true;
																																						if (valid7) {
																																							if (data29.text !== void 0) {
																																								if (typeof data29.text !== "string") {
																																									validate0.errors = [{
																																										instancePath: instancePath + "/destinations/" + i0 + "/stories/" + i1 + "/changes/" + i2 + "/text",
																																										schemaPath: "#/properties/destinations/items/properties/stories/items/properties/changes/items/properties/text/type",
																																										keyword: "type",
																																										params: { type: "string" },
																																										message: "must be string"
																																									}];
																																									return false;
																																								}
																																								var valid7 = true;
																																							} else var valid7 = true;
																																							if (valid7) {
																																								if (data29.cause !== void 0) {
																																									let data33 = data29.cause;
																																									if (typeof data33 !== "string") {
																																										validate0.errors = [{
																																											instancePath: instancePath + "/destinations/" + i0 + "/stories/" + i1 + "/changes/" + i2 + "/cause",
																																											schemaPath: "#/properties/destinations/items/properties/stories/items/properties/changes/items/properties/cause/type",
																																											keyword: "type",
																																											params: { type: "string" },
																																											message: "must be string"
																																										}];
																																										return false;
																																									}
																																									if (!(data33 === "change_set" || data33 === "earlier" || data33 === "destination" || data33 === "unknown")) {
																																										validate0.errors = [{
																																											instancePath: instancePath + "/destinations/" + i0 + "/stories/" + i1 + "/changes/" + i2 + "/cause",
																																											schemaPath: "#/properties/destinations/items/properties/stories/items/properties/changes/items/properties/cause/enum",
																																											keyword: "enum",
																																											params: { allowedValues: schema0.properties.destinations.items.properties.stories.items.properties.changes.items.properties.cause.enum },
																																											message: "must be equal to one of the allowed values"
																																										}];
																																										return false;
																																									}
																																									var valid7 = true;
																																								} else var valid7 = true;
																																							}
																																						}
																																					}
																																				}
																																			} else {
																																				validate0.errors = [{
																																					instancePath: instancePath + "/destinations/" + i0 + "/stories/" + i1 + "/changes/" + i2,
																																					schemaPath: "#/properties/destinations/items/properties/stories/items/properties/changes/items/type",
																																					keyword: "type",
																																					params: { type: "object" },
																																					message: "must be object"
																																				}];
																																				return false;
																																			}
																																		}
																																	} else {
																																		validate0.errors = [{
																																			instancePath: instancePath + "/destinations/" + i0 + "/stories/" + i1 + "/changes",
																																			schemaPath: "#/properties/destinations/items/properties/stories/items/properties/changes/type",
																																			keyword: "type",
																																			params: { type: "array" },
																																			message: "must be array"
																																		}];
																																		return false;
																																	}
																																	var valid5 = true;
																																} else var valid5 = true;
																																if (valid5) {
																																	if (data18.drift !== void 0) {
																																		let data34 = data18.drift;
																																		if (Array.isArray(data34)) {
																																			const len3 = data34.length;
																																			for (let i3 = 0; i3 < len3; i3++) if (typeof data34[i3] !== "string") {
																																				validate0.errors = [{
																																					instancePath: instancePath + "/destinations/" + i0 + "/stories/" + i1 + "/drift/" + i3,
																																					schemaPath: "#/properties/destinations/items/properties/stories/items/properties/drift/items/type",
																																					keyword: "type",
																																					params: { type: "string" },
																																					message: "must be string"
																																				}];
																																				return false;
																																			}
																																		} else {
																																			validate0.errors = [{
																																				instancePath: instancePath + "/destinations/" + i0 + "/stories/" + i1 + "/drift",
																																				schemaPath: "#/properties/destinations/items/properties/stories/items/properties/drift/type",
																																				keyword: "type",
																																				params: { type: "array" },
																																				message: "must be array"
																																			}];
																																			return false;
																																		}
																																		var valid5 = true;
																																	} else var valid5 = true;
																																	if (valid5) {
																																		if (data18.conflict !== void 0) {
																																			if (typeof data18.conflict !== "boolean") {
																																				validate0.errors = [{
																																					instancePath: instancePath + "/destinations/" + i0 + "/stories/" + i1 + "/conflict",
																																					schemaPath: "#/properties/destinations/items/properties/stories/items/properties/conflict/type",
																																					keyword: "type",
																																					params: { type: "boolean" },
																																					message: "must be boolean"
																																				}];
																																				return false;
																																			}
																																			var valid5 = true;
																																		} else var valid5 = true;
																																		if (valid5) {
																																			if (data18.missing !== void 0) {
																																				let data37 = data18.missing;
																																				if (Array.isArray(data37)) {
																																					const len4 = data37.length;
																																					for (let i4 = 0; i4 < len4; i4++) {
																																						let data38 = data37[i4];
																																						if (data38 && typeof data38 == "object" && !Array.isArray(data38)) {
																																							let missing5;
																																							if (data38.kind === void 0 && (missing5 = "kind") || data38.slug === void 0 && (missing5 = "slug")) {
																																								validate0.errors = [{
																																									instancePath: instancePath + "/destinations/" + i0 + "/stories/" + i1 + "/missing/" + i4,
																																									schemaPath: "#/properties/destinations/items/properties/stories/items/properties/missing/items/required",
																																									keyword: "required",
																																									params: { missingProperty: missing5 },
																																									message: "must have required property '" + missing5 + "'"
																																								}];
																																								return false;
																																							} else {
																																								for (const key5 in data38) if (!(key5 === "kind" || key5 === "slug")) {
																																									validate0.errors = [{
																																										instancePath: instancePath + "/destinations/" + i0 + "/stories/" + i1 + "/missing/" + i4,
																																										schemaPath: "#/properties/destinations/items/properties/stories/items/properties/missing/items/additionalProperties",
																																										keyword: "additionalProperties",
																																										params: { additionalProperty: key5 },
																																										message: "must NOT have additional properties"
																																									}];
																																									return false;
																																								}
																																								if (data38.kind !== void 0) {
																																									let data39 = data38.kind;
																																									if (typeof data39 !== "string") {
																																										validate0.errors = [{
																																											instancePath: instancePath + "/destinations/" + i0 + "/stories/" + i1 + "/missing/" + i4 + "/kind",
																																											schemaPath: "#/properties/destinations/items/properties/stories/items/properties/missing/items/properties/kind/type",
																																											keyword: "type",
																																											params: { type: "string" },
																																											message: "must be string"
																																										}];
																																										return false;
																																									}
																																									if (!(data39 === "credential" || data39 === "resource" || data39 === "story")) {
																																										validate0.errors = [{
																																											instancePath: instancePath + "/destinations/" + i0 + "/stories/" + i1 + "/missing/" + i4 + "/kind",
																																											schemaPath: "#/properties/destinations/items/properties/stories/items/properties/missing/items/properties/kind/enum",
																																											keyword: "enum",
																																											params: { allowedValues: schema0.properties.destinations.items.properties.stories.items.properties.missing.items.properties.kind.enum },
																																											message: "must be equal to one of the allowed values"
																																										}];
																																										return false;
																																									}
																																									var valid10 = true;
																																								} else var valid10 = true;
																																								if (valid10) {
																																									if (data38.slug !== void 0) {
																																										if (typeof data38.slug !== "string") {
																																											validate0.errors = [{
																																												instancePath: instancePath + "/destinations/" + i0 + "/stories/" + i1 + "/missing/" + i4 + "/slug",
																																												schemaPath: "#/properties/destinations/items/properties/stories/items/properties/missing/items/properties/slug/type",
																																												keyword: "type",
																																												params: { type: "string" },
																																												message: "must be string"
																																											}];
																																											return false;
																																										}
																																										var valid10 = true;
																																									} else var valid10 = true;
																																								}
																																							}
																																						} else {
																																							validate0.errors = [{
																																								instancePath: instancePath + "/destinations/" + i0 + "/stories/" + i1 + "/missing/" + i4,
																																								schemaPath: "#/properties/destinations/items/properties/stories/items/properties/missing/items/type",
																																								keyword: "type",
																																								params: { type: "object" },
																																								message: "must be object"
																																							}];
																																							return false;
																																						}
																																					}
																																				} else {
																																					validate0.errors = [{
																																						instancePath: instancePath + "/destinations/" + i0 + "/stories/" + i1 + "/missing",
																																						schemaPath: "#/properties/destinations/items/properties/stories/items/properties/missing/type",
																																						keyword: "type",
																																						params: { type: "array" },
																																						message: "must be array"
																																					}];
																																					return false;
																																				}
																																				var valid5 = true;
																																			} else var valid5 = true;
																																			if (valid5) {
																																				if (data18.record_types !== void 0) {
																																					let data41 = data18.record_types;
																																					if (Array.isArray(data41)) {
																																						const len5 = data41.length;
																																						for (let i5 = 0; i5 < len5; i5++) {
																																							let data42 = data41[i5];
																																							if (data42 && typeof data42 == "object" && !Array.isArray(data42)) {
																																								let missing6;
																																								if (data42.name === void 0 && (missing6 = "name") || data42.action === void 0 && (missing6 = "action") || data42.target === void 0 && (missing6 = "target") || data42.fields === void 0 && (missing6 = "fields") || data42.because === void 0 && (missing6 = "because")) {
																																									validate0.errors = [{
																																										instancePath: instancePath + "/destinations/" + i0 + "/stories/" + i1 + "/record_types/" + i5,
																																										schemaPath: "#/properties/destinations/items/properties/stories/items/properties/record_types/items/required",
																																										keyword: "required",
																																										params: { missingProperty: missing6 },
																																										message: "must have required property '" + missing6 + "'"
																																									}];
																																									return false;
																																								} else {
																																									for (const key6 in data42) if (!(key6 === "name" || key6 === "action" || key6 === "target" || key6 === "fields" || key6 === "because")) {
																																										validate0.errors = [{
																																											instancePath: instancePath + "/destinations/" + i0 + "/stories/" + i1 + "/record_types/" + i5,
																																											schemaPath: "#/properties/destinations/items/properties/stories/items/properties/record_types/items/additionalProperties",
																																											keyword: "additionalProperties",
																																											params: { additionalProperty: key6 },
																																											message: "must NOT have additional properties"
																																										}];
																																										return false;
																																									}
																																									if (data42.name !== void 0) {
																																										if (typeof data42.name !== "string") {
																																											validate0.errors = [{
																																												instancePath: instancePath + "/destinations/" + i0 + "/stories/" + i1 + "/record_types/" + i5 + "/name",
																																												schemaPath: "#/properties/destinations/items/properties/stories/items/properties/record_types/items/properties/name/type",
																																												keyword: "type",
																																												params: { type: "string" },
																																												message: "must be string"
																																											}];
																																											return false;
																																										}
																																										var valid12 = true;
																																									} else var valid12 = true;
																																									if (valid12) {
																																										if (data42.action !== void 0) {
																																											let data44 = data42.action;
																																											if (typeof data44 !== "string") {
																																												validate0.errors = [{
																																													instancePath: instancePath + "/destinations/" + i0 + "/stories/" + i1 + "/record_types/" + i5 + "/action",
																																													schemaPath: "#/properties/destinations/items/properties/stories/items/properties/record_types/items/properties/action/type",
																																													keyword: "type",
																																													params: { type: "string" },
																																													message: "must be string"
																																												}];
																																												return false;
																																											}
																																											if (!(data44 === "reuse" || data44 === "create" || data44 === "add_fields" || data44 === "create_sequential")) {
																																												validate0.errors = [{
																																													instancePath: instancePath + "/destinations/" + i0 + "/stories/" + i1 + "/record_types/" + i5 + "/action",
																																													schemaPath: "#/properties/destinations/items/properties/stories/items/properties/record_types/items/properties/action/enum",
																																													keyword: "enum",
																																													params: { allowedValues: schema0.properties.destinations.items.properties.stories.items.properties.record_types.items.properties.action.enum },
																																													message: "must be equal to one of the allowed values"
																																												}];
																																												return false;
																																											}
																																											var valid12 = true;
																																										} else var valid12 = true;
																																										if (valid12) {
																																											if (data42.target !== void 0) {
																																												if (typeof data42.target !== "string") {
																																													validate0.errors = [{
																																														instancePath: instancePath + "/destinations/" + i0 + "/stories/" + i1 + "/record_types/" + i5 + "/target",
																																														schemaPath: "#/properties/destinations/items/properties/stories/items/properties/record_types/items/properties/target/type",
																																														keyword: "type",
																																														params: { type: "string" },
																																														message: "must be string"
																																													}];
																																													return false;
																																												}
																																												var valid12 = true;
																																											} else var valid12 = true;
																																											if (valid12) {
																																												if (data42.fields !== void 0) {
																																													let data46 = data42.fields;
																																													if (Array.isArray(data46)) {
																																														const len6 = data46.length;
																																														for (let i6 = 0; i6 < len6; i6++) if (typeof data46[i6] !== "string") {
																																															validate0.errors = [{
																																																instancePath: instancePath + "/destinations/" + i0 + "/stories/" + i1 + "/record_types/" + i5 + "/fields/" + i6,
																																																schemaPath: "#/properties/destinations/items/properties/stories/items/properties/record_types/items/properties/fields/items/type",
																																																keyword: "type",
																																																params: { type: "string" },
																																																message: "must be string"
																																															}];
																																															return false;
																																														}
																																													} else {
																																														validate0.errors = [{
																																															instancePath: instancePath + "/destinations/" + i0 + "/stories/" + i1 + "/record_types/" + i5 + "/fields",
																																															schemaPath: "#/properties/destinations/items/properties/stories/items/properties/record_types/items/properties/fields/type",
																																															keyword: "type",
																																															params: { type: "array" },
																																															message: "must be array"
																																														}];
																																														return false;
																																													}
																																													var valid12 = true;
																																												} else var valid12 = true;
																																												if (valid12) {
																																													if (data42.because !== void 0) {
																																														if (typeof data42.because !== "string") {
																																															validate0.errors = [{
																																																instancePath: instancePath + "/destinations/" + i0 + "/stories/" + i1 + "/record_types/" + i5 + "/because",
																																																schemaPath: "#/properties/destinations/items/properties/stories/items/properties/record_types/items/properties/because/type",
																																																keyword: "type",
																																																params: { type: "string" },
																																																message: "must be string"
																																															}];
																																															return false;
																																														}
																																														var valid12 = true;
																																													} else var valid12 = true;
																																												}
																																											}
																																										}
																																									}
																																								}
																																							} else {
																																								validate0.errors = [{
																																									instancePath: instancePath + "/destinations/" + i0 + "/stories/" + i1 + "/record_types/" + i5,
																																									schemaPath: "#/properties/destinations/items/properties/stories/items/properties/record_types/items/type",
																																									keyword: "type",
																																									params: { type: "object" },
																																									message: "must be object"
																																								}];
																																								return false;
																																							}
																																						}
																																					} else {
																																						validate0.errors = [{
																																							instancePath: instancePath + "/destinations/" + i0 + "/stories/" + i1 + "/record_types",
																																							schemaPath: "#/properties/destinations/items/properties/stories/items/properties/record_types/type",
																																							keyword: "type",
																																							params: { type: "array" },
																																							message: "must be array"
																																						}];
																																						return false;
																																					}
																																					var valid5 = true;
																																				} else var valid5 = true;
																																				if (valid5) {
																																					if (data18.urls !== void 0) {
																																						let data49 = data18.urls;
																																						if (Array.isArray(data49)) {
																																							const len7 = data49.length;
																																							for (let i7 = 0; i7 < len7; i7++) {
																																								let data50 = data49[i7];
																																								if (data50 && typeof data50 == "object" && !Array.isArray(data50)) {
																																									let missing7;
																																									if (data50.action === void 0 && (missing7 = "action") || data50.kind === void 0 && (missing7 = "kind") || data50.op === void 0 && (missing7 = "op")) {
																																										validate0.errors = [{
																																											instancePath: instancePath + "/destinations/" + i0 + "/stories/" + i1 + "/urls/" + i7,
																																											schemaPath: "#/properties/destinations/items/properties/stories/items/properties/urls/items/required",
																																											keyword: "required",
																																											params: { missingProperty: missing7 },
																																											message: "must have required property '" + missing7 + "'"
																																										}];
																																										return false;
																																									} else {
																																										for (const key7 in data50) if (!(key7 === "action" || key7 === "kind" || key7 === "op")) {
																																											validate0.errors = [{
																																												instancePath: instancePath + "/destinations/" + i0 + "/stories/" + i1 + "/urls/" + i7,
																																												schemaPath: "#/properties/destinations/items/properties/stories/items/properties/urls/items/additionalProperties",
																																												keyword: "additionalProperties",
																																												params: { additionalProperty: key7 },
																																												message: "must NOT have additional properties"
																																											}];
																																											return false;
																																										}
																																										if (data50.action !== void 0) {
																																											if (typeof data50.action !== "string") {
																																												validate0.errors = [{
																																													instancePath: instancePath + "/destinations/" + i0 + "/stories/" + i1 + "/urls/" + i7 + "/action",
																																													schemaPath: "#/properties/destinations/items/properties/stories/items/properties/urls/items/properties/action/type",
																																													keyword: "type",
																																													params: { type: "string" },
																																													message: "must be string"
																																												}];
																																												return false;
																																											}
																																											var valid15 = true;
																																										} else var valid15 = true;
																																										if (valid15) {
																																											if (data50.kind !== void 0) {
																																												let data52 = data50.kind;
																																												if (typeof data52 !== "string") {
																																													validate0.errors = [{
																																														instancePath: instancePath + "/destinations/" + i0 + "/stories/" + i1 + "/urls/" + i7 + "/kind",
																																														schemaPath: "#/properties/destinations/items/properties/stories/items/properties/urls/items/properties/kind/type",
																																														keyword: "type",
																																														params: { type: "string" },
																																														message: "must be string"
																																													}];
																																													return false;
																																												}
																																												if (!(data52 === "webhook" || data52 === "page" || data52 === "mcp_server")) {
																																													validate0.errors = [{
																																														instancePath: instancePath + "/destinations/" + i0 + "/stories/" + i1 + "/urls/" + i7 + "/kind",
																																														schemaPath: "#/properties/destinations/items/properties/stories/items/properties/urls/items/properties/kind/enum",
																																														keyword: "enum",
																																														params: { allowedValues: schema0.properties.destinations.items.properties.stories.items.properties.urls.items.properties.kind.enum },
																																														message: "must be equal to one of the allowed values"
																																													}];
																																													return false;
																																												}
																																												var valid15 = true;
																																											} else var valid15 = true;
																																											if (valid15) {
																																												if (data50.op !== void 0) {
																																													let data53 = data50.op;
																																													if (typeof data53 !== "string") {
																																														validate0.errors = [{
																																															instancePath: instancePath + "/destinations/" + i0 + "/stories/" + i1 + "/urls/" + i7 + "/op",
																																															schemaPath: "#/properties/destinations/items/properties/stories/items/properties/urls/items/properties/op/type",
																																															keyword: "type",
																																															params: { type: "string" },
																																															message: "must be string"
																																														}];
																																														return false;
																																													}
																																													if (!(data53 === "add" || data53 === "remove")) {
																																														validate0.errors = [{
																																															instancePath: instancePath + "/destinations/" + i0 + "/stories/" + i1 + "/urls/" + i7 + "/op",
																																															schemaPath: "#/properties/destinations/items/properties/stories/items/properties/urls/items/properties/op/enum",
																																															keyword: "enum",
																																															params: { allowedValues: schema0.properties.destinations.items.properties.stories.items.properties.urls.items.properties.op.enum },
																																															message: "must be equal to one of the allowed values"
																																														}];
																																														return false;
																																													}
																																													var valid15 = true;
																																												} else var valid15 = true;
																																											}
																																										}
																																									}
																																								} else {
																																									validate0.errors = [{
																																										instancePath: instancePath + "/destinations/" + i0 + "/stories/" + i1 + "/urls/" + i7,
																																										schemaPath: "#/properties/destinations/items/properties/stories/items/properties/urls/items/type",
																																										keyword: "type",
																																										params: { type: "object" },
																																										message: "must be object"
																																									}];
																																									return false;
																																								}
																																							}
																																						} else {
																																							validate0.errors = [{
																																								instancePath: instancePath + "/destinations/" + i0 + "/stories/" + i1 + "/urls",
																																								schemaPath: "#/properties/destinations/items/properties/stories/items/properties/urls/type",
																																								keyword: "type",
																																								params: { type: "array" },
																																								message: "must be array"
																																							}];
																																							return false;
																																						}
																																						var valid5 = true;
																																					} else var valid5 = true;
																																					if (valid5) {
																																						if (data18.warnings !== void 0) {
																																							let data54 = data18.warnings;
																																							if (Array.isArray(data54)) {
																																								const len8 = data54.length;
																																								for (let i8 = 0; i8 < len8; i8++) if (typeof data54[i8] !== "string") {
																																									validate0.errors = [{
																																										instancePath: instancePath + "/destinations/" + i0 + "/stories/" + i1 + "/warnings/" + i8,
																																										schemaPath: "#/properties/destinations/items/properties/stories/items/properties/warnings/items/type",
																																										keyword: "type",
																																										params: { type: "string" },
																																										message: "must be string"
																																									}];
																																									return false;
																																								}
																																							} else {
																																								validate0.errors = [{
																																									instancePath: instancePath + "/destinations/" + i0 + "/stories/" + i1 + "/warnings",
																																									schemaPath: "#/properties/destinations/items/properties/stories/items/properties/warnings/type",
																																									keyword: "type",
																																									params: { type: "array" },
																																									message: "must be array"
																																								}];
																																								return false;
																																							}
																																							var valid5 = true;
																																						} else var valid5 = true;
																																						if (valid5) {
																																							if (data18.waits !== void 0) {
																																								let data56 = data18.waits;
																																								if (data56 && typeof data56 == "object" && !Array.isArray(data56)) {
																																									let missing8;
																																									if (data56.for === void 0 && (missing8 = "for") || data56.until === void 0 && (missing8 = "until") || data56.because === void 0 && (missing8 = "because")) {
																																										validate0.errors = [{
																																											instancePath: instancePath + "/destinations/" + i0 + "/stories/" + i1 + "/waits",
																																											schemaPath: "#/properties/destinations/items/properties/stories/items/properties/waits/required",
																																											keyword: "required",
																																											params: { missingProperty: missing8 },
																																											message: "must have required property '" + missing8 + "'"
																																										}];
																																										return false;
																																									} else {
																																										for (const key8 in data56) if (!(key8 === "for" || key8 === "until" || key8 === "because")) {
																																											validate0.errors = [{
																																												instancePath: instancePath + "/destinations/" + i0 + "/stories/" + i1 + "/waits",
																																												schemaPath: "#/properties/destinations/items/properties/stories/items/properties/waits/additionalProperties",
																																												keyword: "additionalProperties",
																																												params: { additionalProperty: key8 },
																																												message: "must NOT have additional properties"
																																											}];
																																											return false;
																																										}
																																										if (data56.for !== void 0) {
																																											if (typeof data56.for !== "string") {
																																												validate0.errors = [{
																																													instancePath: instancePath + "/destinations/" + i0 + "/stories/" + i1 + "/waits/for",
																																													schemaPath: "#/properties/destinations/items/properties/stories/items/properties/waits/properties/for/type",
																																													keyword: "type",
																																													params: { type: "string" },
																																													message: "must be string"
																																												}];
																																												return false;
																																											}
																																											var valid17 = true;
																																										} else var valid17 = true;
																																										if (valid17) {
																																											if (data56.until !== void 0) {
																																												let data58 = data56.until;
																																												if (typeof data58 !== "string" && data58 !== null) {
																																													validate0.errors = [{
																																														instancePath: instancePath + "/destinations/" + i0 + "/stories/" + i1 + "/waits/until",
																																														schemaPath: "#/properties/destinations/items/properties/stories/items/properties/waits/properties/until/type",
																																														keyword: "type",
																																														params: { type: schema0.properties.destinations.items.properties.stories.items.properties.waits.properties.until.type },
																																														message: "must be string,null"
																																													}];
																																													return false;
																																												}
																																												var valid17 = true;
																																											} else var valid17 = true;
																																											if (valid17) {
																																												if (data56.because !== void 0) {
																																													let data59 = data56.because;
																																													if (typeof data59 !== "string" && data59 !== null) {
																																														validate0.errors = [{
																																															instancePath: instancePath + "/destinations/" + i0 + "/stories/" + i1 + "/waits/because",
																																															schemaPath: "#/properties/destinations/items/properties/stories/items/properties/waits/properties/because/type",
																																															keyword: "type",
																																															params: { type: schema0.properties.destinations.items.properties.stories.items.properties.waits.properties.because.type },
																																															message: "must be string,null"
																																														}];
																																														return false;
																																													}
																																													if (!(data59 === "new" || data59 === "content_changed" || data59 === "drift" || data59 === "renamed" || data59 === "recreated" || data59 === "forced" || data59 === "detached" || data59 === "manual_sync_only" || data59 === "not_ours" || data59 === "ambiguous_name" || data59 === "missing_prerequisite" || data59 === "change_control" || data59 === "ingress_ambiguous" || data59 === "missing_key" || data59 === "unauthorized" || data59 === "unreachable" || data59 === "unreadable" || data59 === "rejected" || data59 === "verify_failed" || data59 === "plan_stale" || data59 === "superseded" || data59 === "awaiting_approval" || data59 === "awaiting_ring" || data59 === "outside_window" || data59 === "held" || data59 === "pinned" || data59 === "halted" || data59 === "not_reached" || data59 === "internal" || data59 === null)) {
																																														validate0.errors = [{
																																															instancePath: instancePath + "/destinations/" + i0 + "/stories/" + i1 + "/waits/because",
																																															schemaPath: "#/properties/destinations/items/properties/stories/items/properties/waits/properties/because/enum",
																																															keyword: "enum",
																																															params: { allowedValues: schema0.properties.destinations.items.properties.stories.items.properties.waits.properties.because.enum },
																																															message: "must be equal to one of the allowed values"
																																														}];
																																														return false;
																																													}
																																													var valid17 = true;
																																												} else var valid17 = true;
																																											}
																																										}
																																									}
																																								} else {
																																									validate0.errors = [{
																																										instancePath: instancePath + "/destinations/" + i0 + "/stories/" + i1 + "/waits",
																																										schemaPath: "#/properties/destinations/items/properties/stories/items/properties/waits/type",
																																										keyword: "type",
																																										params: { type: "object" },
																																										message: "must be object"
																																									}];
																																									return false;
																																								}
																																								var valid5 = true;
																																							} else var valid5 = true;
																																							if (valid5) {
																																								if (data18.vendor_status !== void 0) {
																																									let data60 = data18.vendor_status;
																																									if (typeof data60 !== "string") {
																																										validate0.errors = [{
																																											instancePath: instancePath + "/destinations/" + i0 + "/stories/" + i1 + "/vendor_status",
																																											schemaPath: "#/properties/destinations/items/properties/stories/items/properties/vendor_status/type",
																																											keyword: "type",
																																											params: { type: "string" },
																																											message: "must be string"
																																										}];
																																										return false;
																																									}
																																									if (!(data60 === "synced" || data60 === "failed" || data60 === "requires_sync")) {
																																										validate0.errors = [{
																																											instancePath: instancePath + "/destinations/" + i0 + "/stories/" + i1 + "/vendor_status",
																																											schemaPath: "#/properties/destinations/items/properties/stories/items/properties/vendor_status/enum",
																																											keyword: "enum",
																																											params: { allowedValues: schema0.properties.destinations.items.properties.stories.items.properties.vendor_status.enum },
																																											message: "must be equal to one of the allowed values"
																																										}];
																																										return false;
																																									}
																																									var valid5 = true;
																																								} else var valid5 = true;
																																							}
																																						}
																																					}
																																				}
																																			}
																																		}
																																	}
																																}
																															}
																														}
																													}
																												}
																											}
																										}
																									}
																								}
																							}
																						}
																					} else {
																						validate0.errors = [{
																							instancePath: instancePath + "/destinations/" + i0 + "/stories/" + i1,
																							schemaPath: "#/properties/destinations/items/properties/stories/items/type",
																							keyword: "type",
																							params: { type: "object" },
																							message: "must be object"
																						}];
																						return false;
																					}
																				}
																			} else {
																				validate0.errors = [{
																					instancePath: instancePath + "/destinations/" + i0 + "/stories",
																					schemaPath: "#/properties/destinations/items/properties/stories/type",
																					keyword: "type",
																					params: { type: "array" },
																					message: "must be array"
																				}];
																				return false;
																			}
																			var valid3 = true;
																		} else var valid3 = true;
																		if (valid3) {
																			if (data11.left_behind !== void 0) {
																				let data61 = data11.left_behind;
																				if (Array.isArray(data61)) {
																					const len9 = data61.length;
																					for (let i9 = 0; i9 < len9; i9++) {
																						let data62 = data61[i9];
																						if (data62 && typeof data62 == "object" && !Array.isArray(data62)) {
																							let missing9;
																							if (data62.key === void 0 && (missing9 = "key") || data62.name === void 0 && (missing9 = "name") || data62.destination_story_id === void 0 && (missing9 = "destination_story_id") || data62.prunable === void 0 && (missing9 = "prunable") || data62.kept_because === void 0 && (missing9 = "kept_because") || data62.warnings === void 0 && (missing9 = "warnings")) {
																								validate0.errors = [{
																									instancePath: instancePath + "/destinations/" + i0 + "/left_behind/" + i9,
																									schemaPath: "#/properties/destinations/items/properties/left_behind/items/required",
																									keyword: "required",
																									params: { missingProperty: missing9 },
																									message: "must have required property '" + missing9 + "'"
																								}];
																								return false;
																							} else {
																								for (const key9 in data62) if (!(key9 === "key" || key9 === "name" || key9 === "destination_story_id" || key9 === "prunable" || key9 === "kept_because" || key9 === "warnings")) {
																									validate0.errors = [{
																										instancePath: instancePath + "/destinations/" + i0 + "/left_behind/" + i9,
																										schemaPath: "#/properties/destinations/items/properties/left_behind/items/additionalProperties",
																										keyword: "additionalProperties",
																										params: { additionalProperty: key9 },
																										message: "must NOT have additional properties"
																									}];
																									return false;
																								}
																								if (data62.key !== void 0) {
																									let data63 = data62.key;
																									if (typeof data63 === "string") {
																										if (!pattern2.test(data63)) {
																											validate0.errors = [{
																												instancePath: instancePath + "/destinations/" + i0 + "/left_behind/" + i9 + "/key",
																												schemaPath: "#/properties/destinations/items/properties/left_behind/items/properties/key/pattern",
																												keyword: "pattern",
																												params: { pattern: "^[a-z0-9][a-z0-9_.-]{0,62}$" },
																												message: "must match pattern \"^[a-z0-9][a-z0-9_.-]{0,62}$\""
																											}];
																											return false;
																										}
																									} else {
																										validate0.errors = [{
																											instancePath: instancePath + "/destinations/" + i0 + "/left_behind/" + i9 + "/key",
																											schemaPath: "#/properties/destinations/items/properties/left_behind/items/properties/key/type",
																											keyword: "type",
																											params: { type: "string" },
																											message: "must be string"
																										}];
																										return false;
																									}
																									var valid19 = true;
																								} else var valid19 = true;
																								if (valid19) {
																									if (data62.name !== void 0) {
																										if (typeof data62.name !== "string") {
																											validate0.errors = [{
																												instancePath: instancePath + "/destinations/" + i0 + "/left_behind/" + i9 + "/name",
																												schemaPath: "#/properties/destinations/items/properties/left_behind/items/properties/name/type",
																												keyword: "type",
																												params: { type: "string" },
																												message: "must be string"
																											}];
																											return false;
																										}
																										var valid19 = true;
																									} else var valid19 = true;
																									if (valid19) {
																										if (data62.destination_story_id !== void 0) {
																											let data65 = data62.destination_story_id;
																											if (!(typeof data65 == "number" && !(data65 % 1) && !isNaN(data65) && isFinite(data65))) {
																												validate0.errors = [{
																													instancePath: instancePath + "/destinations/" + i0 + "/left_behind/" + i9 + "/destination_story_id",
																													schemaPath: "#/properties/destinations/items/properties/left_behind/items/properties/destination_story_id/type",
																													keyword: "type",
																													params: { type: "integer" },
																													message: "must be integer"
																												}];
																												return false;
																											}
																											if (typeof data65 == "number" && isFinite(data65)) {
																												if (data65 < 1 || isNaN(data65)) {
																													validate0.errors = [{
																														instancePath: instancePath + "/destinations/" + i0 + "/left_behind/" + i9 + "/destination_story_id",
																														schemaPath: "#/properties/destinations/items/properties/left_behind/items/properties/destination_story_id/minimum",
																														keyword: "minimum",
																														params: {
																															comparison: ">=",
																															limit: 1
																														},
																														message: "must be >= 1"
																													}];
																													return false;
																												}
																											}
																											var valid19 = true;
																										} else var valid19 = true;
																										if (valid19) {
																											if (data62.prunable !== void 0) {
																												if (typeof data62.prunable !== "boolean") {
																													validate0.errors = [{
																														instancePath: instancePath + "/destinations/" + i0 + "/left_behind/" + i9 + "/prunable",
																														schemaPath: "#/properties/destinations/items/properties/left_behind/items/properties/prunable/type",
																														keyword: "type",
																														params: { type: "boolean" },
																														message: "must be boolean"
																													}];
																													return false;
																												}
																												var valid19 = true;
																											} else var valid19 = true;
																											if (valid19) {
																												if (data62.kept_because !== void 0) {
																													let data67 = data62.kept_because;
																													if (typeof data67 !== "string" && data67 !== null) {
																														validate0.errors = [{
																															instancePath: instancePath + "/destinations/" + i0 + "/left_behind/" + i9 + "/kept_because",
																															schemaPath: "#/properties/destinations/items/properties/left_behind/items/properties/kept_because/type",
																															keyword: "type",
																															params: { type: schema0.properties.destinations.items.properties.left_behind.items.properties.kept_because.type },
																															message: "must be string,null"
																														}];
																														return false;
																													}
																													var valid19 = true;
																												} else var valid19 = true;
																												if (valid19) {
																													if (data62.warnings !== void 0) {
																														let data68 = data62.warnings;
																														if (Array.isArray(data68)) {
																															const len10 = data68.length;
																															for (let i10 = 0; i10 < len10; i10++) if (typeof data68[i10] !== "string") {
																																validate0.errors = [{
																																	instancePath: instancePath + "/destinations/" + i0 + "/left_behind/" + i9 + "/warnings/" + i10,
																																	schemaPath: "#/properties/destinations/items/properties/left_behind/items/properties/warnings/items/type",
																																	keyword: "type",
																																	params: { type: "string" },
																																	message: "must be string"
																																}];
																																return false;
																															}
																														} else {
																															validate0.errors = [{
																																instancePath: instancePath + "/destinations/" + i0 + "/left_behind/" + i9 + "/warnings",
																																schemaPath: "#/properties/destinations/items/properties/left_behind/items/properties/warnings/type",
																																keyword: "type",
																																params: { type: "array" },
																																message: "must be array"
																															}];
																															return false;
																														}
																														var valid19 = true;
																													} else var valid19 = true;
																												}
																											}
																										}
																									}
																								}
																							}
																						} else {
																							validate0.errors = [{
																								instancePath: instancePath + "/destinations/" + i0 + "/left_behind/" + i9,
																								schemaPath: "#/properties/destinations/items/properties/left_behind/items/type",
																								keyword: "type",
																								params: { type: "object" },
																								message: "must be object"
																							}];
																							return false;
																						}
																					}
																				} else {
																					validate0.errors = [{
																						instancePath: instancePath + "/destinations/" + i0 + "/left_behind",
																						schemaPath: "#/properties/destinations/items/properties/left_behind/type",
																						keyword: "type",
																						params: { type: "array" },
																						message: "must be array"
																					}];
																					return false;
																				}
																				var valid3 = true;
																			} else var valid3 = true;
																			if (valid3) {
																				if (data11.hold !== void 0) {
																					let data70 = data11.hold;
																					if (data70 && typeof data70 == "object" && !Array.isArray(data70)) {
																						let missing10;
																						if (data70.reason === void 0 && (missing10 = "reason") || data70.owner === void 0 && (missing10 = "owner") || data70.until === void 0 && (missing10 = "until")) {
																							validate0.errors = [{
																								instancePath: instancePath + "/destinations/" + i0 + "/hold",
																								schemaPath: "#/properties/destinations/items/properties/hold/required",
																								keyword: "required",
																								params: { missingProperty: missing10 },
																								message: "must have required property '" + missing10 + "'"
																							}];
																							return false;
																						} else {
																							for (const key10 in data70) if (!(key10 === "reason" || key10 === "owner" || key10 === "until")) {
																								validate0.errors = [{
																									instancePath: instancePath + "/destinations/" + i0 + "/hold",
																									schemaPath: "#/properties/destinations/items/properties/hold/additionalProperties",
																									keyword: "additionalProperties",
																									params: { additionalProperty: key10 },
																									message: "must NOT have additional properties"
																								}];
																								return false;
																							}
																							if (data70.reason !== void 0) {
																								if (typeof data70.reason !== "string") {
																									validate0.errors = [{
																										instancePath: instancePath + "/destinations/" + i0 + "/hold/reason",
																										schemaPath: "#/properties/destinations/items/properties/hold/properties/reason/type",
																										keyword: "type",
																										params: { type: "string" },
																										message: "must be string"
																									}];
																									return false;
																								}
																								var valid21 = true;
																							} else var valid21 = true;
																							if (valid21) {
																								if (data70.owner !== void 0) {
																									let data72 = data70.owner;
																									if (typeof data72 !== "string" && data72 !== null) {
																										validate0.errors = [{
																											instancePath: instancePath + "/destinations/" + i0 + "/hold/owner",
																											schemaPath: "#/properties/destinations/items/properties/hold/properties/owner/type",
																											keyword: "type",
																											params: { type: schema0.properties.destinations.items.properties.hold.properties.owner.type },
																											message: "must be string,null"
																										}];
																										return false;
																									}
																									var valid21 = true;
																								} else var valid21 = true;
																								if (valid21) {
																									if (data70.until !== void 0) {
																										let data73 = data70.until;
																										if (typeof data73 !== "string" && data73 !== null) {
																											validate0.errors = [{
																												instancePath: instancePath + "/destinations/" + i0 + "/hold/until",
																												schemaPath: "#/properties/destinations/items/properties/hold/properties/until/type",
																												keyword: "type",
																												params: { type: schema0.properties.destinations.items.properties.hold.properties.until.type },
																												message: "must be string,null"
																											}];
																											return false;
																										}
																										var valid21 = true;
																									} else var valid21 = true;
																								}
																							}
																						}
																					} else {
																						validate0.errors = [{
																							instancePath: instancePath + "/destinations/" + i0 + "/hold",
																							schemaPath: "#/properties/destinations/items/properties/hold/type",
																							keyword: "type",
																							params: { type: "object" },
																							message: "must be object"
																						}];
																						return false;
																					}
																					var valid3 = true;
																				} else var valid3 = true;
																				if (valid3) {
																					if (data11.pin !== void 0) {
																						let data74 = data11.pin;
																						if (data74 && typeof data74 == "object" && !Array.isArray(data74)) {
																							let missing11;
																							if (data74.commit === void 0 && (missing11 = "commit") || data74.reason === void 0 && (missing11 = "reason") || data74.owner === void 0 && (missing11 = "owner") || data74.until === void 0 && (missing11 = "until") || data74.stories === void 0 && (missing11 = "stories")) {
																								validate0.errors = [{
																									instancePath: instancePath + "/destinations/" + i0 + "/pin",
																									schemaPath: "#/properties/destinations/items/properties/pin/required",
																									keyword: "required",
																									params: { missingProperty: missing11 },
																									message: "must have required property '" + missing11 + "'"
																								}];
																								return false;
																							} else {
																								for (const key11 in data74) if (!(key11 === "commit" || key11 === "reason" || key11 === "owner" || key11 === "until" || key11 === "stories")) {
																									validate0.errors = [{
																										instancePath: instancePath + "/destinations/" + i0 + "/pin",
																										schemaPath: "#/properties/destinations/items/properties/pin/additionalProperties",
																										keyword: "additionalProperties",
																										params: { additionalProperty: key11 },
																										message: "must NOT have additional properties"
																									}];
																									return false;
																								}
																								if (data74.commit !== void 0) {
																									if (typeof data74.commit !== "string") {
																										validate0.errors = [{
																											instancePath: instancePath + "/destinations/" + i0 + "/pin/commit",
																											schemaPath: "#/properties/destinations/items/properties/pin/properties/commit/type",
																											keyword: "type",
																											params: { type: "string" },
																											message: "must be string"
																										}];
																										return false;
																									}
																									var valid22 = true;
																								} else var valid22 = true;
																								if (valid22) {
																									if (data74.reason !== void 0) {
																										if (typeof data74.reason !== "string") {
																											validate0.errors = [{
																												instancePath: instancePath + "/destinations/" + i0 + "/pin/reason",
																												schemaPath: "#/properties/destinations/items/properties/pin/properties/reason/type",
																												keyword: "type",
																												params: { type: "string" },
																												message: "must be string"
																											}];
																											return false;
																										}
																										var valid22 = true;
																									} else var valid22 = true;
																									if (valid22) {
																										if (data74.owner !== void 0) {
																											let data77 = data74.owner;
																											if (typeof data77 !== "string" && data77 !== null) {
																												validate0.errors = [{
																													instancePath: instancePath + "/destinations/" + i0 + "/pin/owner",
																													schemaPath: "#/properties/destinations/items/properties/pin/properties/owner/type",
																													keyword: "type",
																													params: { type: schema0.properties.destinations.items.properties.pin.properties.owner.type },
																													message: "must be string,null"
																												}];
																												return false;
																											}
																											var valid22 = true;
																										} else var valid22 = true;
																										if (valid22) {
																											if (data74.until !== void 0) {
																												let data78 = data74.until;
																												if (typeof data78 !== "string" && data78 !== null) {
																													validate0.errors = [{
																														instancePath: instancePath + "/destinations/" + i0 + "/pin/until",
																														schemaPath: "#/properties/destinations/items/properties/pin/properties/until/type",
																														keyword: "type",
																														params: { type: schema0.properties.destinations.items.properties.pin.properties.until.type },
																														message: "must be string,null"
																													}];
																													return false;
																												}
																												var valid22 = true;
																											} else var valid22 = true;
																											if (valid22) {
																												if (data74.stories !== void 0) {
																													let data79 = data74.stories;
																													if (!Array.isArray(data79) && data79 !== null) {
																														validate0.errors = [{
																															instancePath: instancePath + "/destinations/" + i0 + "/pin/stories",
																															schemaPath: "#/properties/destinations/items/properties/pin/properties/stories/type",
																															keyword: "type",
																															params: { type: schema0.properties.destinations.items.properties.pin.properties.stories.type },
																															message: "must be array,null"
																														}];
																														return false;
																													}
																													if (Array.isArray(data79)) {
																														const len11 = data79.length;
																														for (let i11 = 0; i11 < len11; i11++) {
																															let data80 = data79[i11];
																															if (typeof data80 === "string") {
																																if (!pattern2.test(data80)) {
																																	validate0.errors = [{
																																		instancePath: instancePath + "/destinations/" + i0 + "/pin/stories/" + i11,
																																		schemaPath: "#/properties/destinations/items/properties/pin/properties/stories/items/pattern",
																																		keyword: "pattern",
																																		params: { pattern: "^[a-z0-9][a-z0-9_.-]{0,62}$" },
																																		message: "must match pattern \"^[a-z0-9][a-z0-9_.-]{0,62}$\""
																																	}];
																																	return false;
																																}
																															} else {
																																validate0.errors = [{
																																	instancePath: instancePath + "/destinations/" + i0 + "/pin/stories/" + i11,
																																	schemaPath: "#/properties/destinations/items/properties/pin/properties/stories/items/type",
																																	keyword: "type",
																																	params: { type: "string" },
																																	message: "must be string"
																																}];
																																return false;
																															}
																														}
																													}
																													var valid22 = true;
																												} else var valid22 = true;
																											}
																										}
																									}
																								}
																							}
																						} else {
																							validate0.errors = [{
																								instancePath: instancePath + "/destinations/" + i0 + "/pin",
																								schemaPath: "#/properties/destinations/items/properties/pin/type",
																								keyword: "type",
																								params: { type: "object" },
																								message: "must be object"
																							}];
																							return false;
																						}
																						var valid3 = true;
																					} else var valid3 = true;
																					if (valid3) {
																						if (data11.ring !== void 0) {
																							let data81 = data11.ring;
																							if (typeof data81 === "string") {
																								if (!pattern2.test(data81)) {
																									validate0.errors = [{
																										instancePath: instancePath + "/destinations/" + i0 + "/ring",
																										schemaPath: "#/properties/destinations/items/properties/ring/pattern",
																										keyword: "pattern",
																										params: { pattern: "^[a-z0-9][a-z0-9_.-]{0,62}$" },
																										message: "must match pattern \"^[a-z0-9][a-z0-9_.-]{0,62}$\""
																									}];
																									return false;
																								}
																							} else {
																								validate0.errors = [{
																									instancePath: instancePath + "/destinations/" + i0 + "/ring",
																									schemaPath: "#/properties/destinations/items/properties/ring/type",
																									keyword: "type",
																									params: { type: "string" },
																									message: "must be string"
																								}];
																								return false;
																							}
																							var valid3 = true;
																						} else var valid3 = true;
																						if (valid3) {
																							if (data11.onboarding !== void 0) {
																								let data82 = data11.onboarding;
																								if (data82 && typeof data82 == "object" && !Array.isArray(data82)) {
																									let missing12;
																									if (data82.key === void 0 && (missing12 = "key") || data82.needs === void 0 && (missing12 = "needs") || data82.tags === void 0 && (missing12 = "tags") || data82.record_types === void 0 && (missing12 = "record_types")) {
																										validate0.errors = [{
																											instancePath: instancePath + "/destinations/" + i0 + "/onboarding",
																											schemaPath: "#/properties/destinations/items/properties/onboarding/required",
																											keyword: "required",
																											params: { missingProperty: missing12 },
																											message: "must have required property '" + missing12 + "'"
																										}];
																										return false;
																									} else {
																										for (const key12 in data82) if (!(key12 === "key" || key12 === "needs" || key12 === "tags" || key12 === "record_types")) {
																											validate0.errors = [{
																												instancePath: instancePath + "/destinations/" + i0 + "/onboarding",
																												schemaPath: "#/properties/destinations/items/properties/onboarding/additionalProperties",
																												keyword: "additionalProperties",
																												params: { additionalProperty: key12 },
																												message: "must NOT have additional properties"
																											}];
																											return false;
																										}
																										if (data82.key !== void 0) {
																											if (typeof data82.key !== "string") {
																												validate0.errors = [{
																													instancePath: instancePath + "/destinations/" + i0 + "/onboarding/key",
																													schemaPath: "#/properties/destinations/items/properties/onboarding/properties/key/type",
																													keyword: "type",
																													params: { type: "string" },
																													message: "must be string"
																												}];
																												return false;
																											}
																											var valid24 = true;
																										} else var valid24 = true;
																										if (valid24) {
																											if (data82.needs !== void 0) {
																												let data84 = data82.needs;
																												if (Array.isArray(data84)) {
																													const len12 = data84.length;
																													for (let i12 = 0; i12 < len12; i12++) {
																														let data85 = data84[i12];
																														if (data85 && typeof data85 == "object" && !Array.isArray(data85)) {
																															let missing13;
																															if (data85.kind === void 0 && (missing13 = "kind") || data85.slug === void 0 && (missing13 = "slug")) {
																																validate0.errors = [{
																																	instancePath: instancePath + "/destinations/" + i0 + "/onboarding/needs/" + i12,
																																	schemaPath: "#/properties/destinations/items/properties/onboarding/properties/needs/items/required",
																																	keyword: "required",
																																	params: { missingProperty: missing13 },
																																	message: "must have required property '" + missing13 + "'"
																																}];
																																return false;
																															} else {
																																for (const key13 in data85) if (!(key13 === "kind" || key13 === "slug")) {
																																	validate0.errors = [{
																																		instancePath: instancePath + "/destinations/" + i0 + "/onboarding/needs/" + i12,
																																		schemaPath: "#/properties/destinations/items/properties/onboarding/properties/needs/items/additionalProperties",
																																		keyword: "additionalProperties",
																																		params: { additionalProperty: key13 },
																																		message: "must NOT have additional properties"
																																	}];
																																	return false;
																																}
																																if (data85.kind !== void 0) {
																																	let data86 = data85.kind;
																																	if (typeof data86 !== "string") {
																																		validate0.errors = [{
																																			instancePath: instancePath + "/destinations/" + i0 + "/onboarding/needs/" + i12 + "/kind",
																																			schemaPath: "#/properties/destinations/items/properties/onboarding/properties/needs/items/properties/kind/type",
																																			keyword: "type",
																																			params: { type: "string" },
																																			message: "must be string"
																																		}];
																																		return false;
																																	}
																																	if (!(data86 === "credential" || data86 === "resource" || data86 === "story")) {
																																		validate0.errors = [{
																																			instancePath: instancePath + "/destinations/" + i0 + "/onboarding/needs/" + i12 + "/kind",
																																			schemaPath: "#/properties/destinations/items/properties/onboarding/properties/needs/items/properties/kind/enum",
																																			keyword: "enum",
																																			params: { allowedValues: schema0.properties.destinations.items.properties.onboarding.properties.needs.items.properties.kind.enum },
																																			message: "must be equal to one of the allowed values"
																																		}];
																																		return false;
																																	}
																																	var valid26 = true;
																																} else var valid26 = true;
																																if (valid26) {
																																	if (data85.slug !== void 0) {
																																		if (typeof data85.slug !== "string") {
																																			validate0.errors = [{
																																				instancePath: instancePath + "/destinations/" + i0 + "/onboarding/needs/" + i12 + "/slug",
																																				schemaPath: "#/properties/destinations/items/properties/onboarding/properties/needs/items/properties/slug/type",
																																				keyword: "type",
																																				params: { type: "string" },
																																				message: "must be string"
																																			}];
																																			return false;
																																		}
																																		var valid26 = true;
																																	} else var valid26 = true;
																																}
																															}
																														} else {
																															validate0.errors = [{
																																instancePath: instancePath + "/destinations/" + i0 + "/onboarding/needs/" + i12,
																																schemaPath: "#/properties/destinations/items/properties/onboarding/properties/needs/items/type",
																																keyword: "type",
																																params: { type: "object" },
																																message: "must be object"
																															}];
																															return false;
																														}
																													}
																												} else {
																													validate0.errors = [{
																														instancePath: instancePath + "/destinations/" + i0 + "/onboarding/needs",
																														schemaPath: "#/properties/destinations/items/properties/onboarding/properties/needs/type",
																														keyword: "type",
																														params: { type: "array" },
																														message: "must be array"
																													}];
																													return false;
																												}
																												var valid24 = true;
																											} else var valid24 = true;
																											if (valid24) {
																												if (data82.tags !== void 0) {
																													let data88 = data82.tags;
																													if (Array.isArray(data88)) {
																														const len13 = data88.length;
																														for (let i13 = 0; i13 < len13; i13++) if (typeof data88[i13] !== "string") {
																															validate0.errors = [{
																																instancePath: instancePath + "/destinations/" + i0 + "/onboarding/tags/" + i13,
																																schemaPath: "#/properties/destinations/items/properties/onboarding/properties/tags/items/type",
																																keyword: "type",
																																params: { type: "string" },
																																message: "must be string"
																															}];
																															return false;
																														}
																													} else {
																														validate0.errors = [{
																															instancePath: instancePath + "/destinations/" + i0 + "/onboarding/tags",
																															schemaPath: "#/properties/destinations/items/properties/onboarding/properties/tags/type",
																															keyword: "type",
																															params: { type: "array" },
																															message: "must be array"
																														}];
																														return false;
																													}
																													var valid24 = true;
																												} else var valid24 = true;
																												if (valid24) {
																													if (data82.record_types !== void 0) {
																														let data90 = data82.record_types;
																														if (Array.isArray(data90)) {
																															const len14 = data90.length;
																															for (let i14 = 0; i14 < len14; i14++) if (typeof data90[i14] !== "string") {
																																validate0.errors = [{
																																	instancePath: instancePath + "/destinations/" + i0 + "/onboarding/record_types/" + i14,
																																	schemaPath: "#/properties/destinations/items/properties/onboarding/properties/record_types/items/type",
																																	keyword: "type",
																																	params: { type: "string" },
																																	message: "must be string"
																																}];
																																return false;
																															}
																														} else {
																															validate0.errors = [{
																																instancePath: instancePath + "/destinations/" + i0 + "/onboarding/record_types",
																																schemaPath: "#/properties/destinations/items/properties/onboarding/properties/record_types/type",
																																keyword: "type",
																																params: { type: "array" },
																																message: "must be array"
																															}];
																															return false;
																														}
																														var valid24 = true;
																													} else var valid24 = true;
																												}
																											}
																										}
																									}
																								} else {
																									validate0.errors = [{
																										instancePath: instancePath + "/destinations/" + i0 + "/onboarding",
																										schemaPath: "#/properties/destinations/items/properties/onboarding/type",
																										keyword: "type",
																										params: { type: "object" },
																										message: "must be object"
																									}];
																									return false;
																								}
																								var valid3 = true;
																							} else var valid3 = true;
																							if (valid3) {
																								if (data11.native !== void 0) {
																									let data92 = data11.native;
																									if (data92 && typeof data92 == "object" && !Array.isArray(data92)) {
																										let missing14;
																										if (data92.engine === void 0 && (missing14 = "engine") || data92.action === void 0 && (missing14 = "action") || data92.id === void 0 && (missing14 = "id") || data92.consent === void 0 && (missing14 = "consent") || data92.from === void 0 && (missing14 = "from") || data92.subscribe === void 0 && (missing14 = "subscribe") || data92.unsubscribe === void 0 && (missing14 = "unsubscribe") || data92.manual_sync_only === void 0 && (missing14 = "manual_sync_only") || data92.key_version === void 0 && (missing14 = "key_version") || data92.steps === void 0 && (missing14 = "steps") || data92.warnings === void 0 && (missing14 = "warnings")) {
																											validate0.errors = [{
																												instancePath: instancePath + "/destinations/" + i0 + "/native",
																												schemaPath: "#/properties/destinations/items/properties/native/required",
																												keyword: "required",
																												params: { missingProperty: missing14 },
																												message: "must have required property '" + missing14 + "'"
																											}];
																											return false;
																										} else {
																											for (const key14 in data92) if (!func0.call(schema0.properties.destinations.items.properties.native.properties, key14)) {
																												validate0.errors = [{
																													instancePath: instancePath + "/destinations/" + i0 + "/native",
																													schemaPath: "#/properties/destinations/items/properties/native/additionalProperties",
																													keyword: "additionalProperties",
																													params: { additionalProperty: key14 },
																													message: "must NOT have additional properties"
																												}];
																												return false;
																											}
																											if (data92.engine !== void 0) {
																												let data93 = data92.engine;
																												if (typeof data93 !== "string") {
																													validate0.errors = [{
																														instancePath: instancePath + "/destinations/" + i0 + "/native/engine",
																														schemaPath: "#/properties/destinations/items/properties/native/properties/engine/type",
																														keyword: "type",
																														params: { type: "string" },
																														message: "must be string"
																													}];
																													return false;
																												}
																												if (!(data93 === "push" || data93 === "native")) {
																													validate0.errors = [{
																														instancePath: instancePath + "/destinations/" + i0 + "/native/engine",
																														schemaPath: "#/properties/destinations/items/properties/native/properties/engine/enum",
																														keyword: "enum",
																														params: { allowedValues: schema0.properties.destinations.items.properties.native.properties.engine.enum },
																														message: "must be equal to one of the allowed values"
																													}];
																													return false;
																												}
																												var valid29 = true;
																											} else var valid29 = true;
																											if (valid29) {
																												if (data92.action !== void 0) {
																													let data94 = data92.action;
																													if (typeof data94 !== "string") {
																														validate0.errors = [{
																															instancePath: instancePath + "/destinations/" + i0 + "/native/action",
																															schemaPath: "#/properties/destinations/items/properties/native/properties/action/type",
																															keyword: "type",
																															params: { type: "string" },
																															message: "must be string"
																														}];
																														return false;
																													}
																													if (!(data94 === "create" || data94 === "update" || data94 === "replace" || data94 === "takeover" || data94 === "unchanged")) {
																														validate0.errors = [{
																															instancePath: instancePath + "/destinations/" + i0 + "/native/action",
																															schemaPath: "#/properties/destinations/items/properties/native/properties/action/enum",
																															keyword: "enum",
																															params: { allowedValues: schema0.properties.destinations.items.properties.native.properties.action.enum },
																															message: "must be equal to one of the allowed values"
																														}];
																														return false;
																													}
																													var valid29 = true;
																												} else var valid29 = true;
																												if (valid29) {
																													if (data92.id !== void 0) {
																														let data95 = data92.id;
																														if (!(typeof data95 == "number" && !(data95 % 1) && !isNaN(data95) && isFinite(data95)) && data95 !== null) {
																															validate0.errors = [{
																																instancePath: instancePath + "/destinations/" + i0 + "/native/id",
																																schemaPath: "#/properties/destinations/items/properties/native/properties/id/type",
																																keyword: "type",
																																params: { type: schema0.properties.destinations.items.properties.native.properties.id.type },
																																message: "must be integer,null"
																															}];
																															return false;
																														}
																														if (typeof data95 == "number" && isFinite(data95)) {
																															if (data95 < 1 || isNaN(data95)) {
																																validate0.errors = [{
																																	instancePath: instancePath + "/destinations/" + i0 + "/native/id",
																																	schemaPath: "#/properties/destinations/items/properties/native/properties/id/minimum",
																																	keyword: "minimum",
																																	params: {
																																		comparison: ">=",
																																		limit: 1
																																	},
																																	message: "must be >= 1"
																																}];
																																return false;
																															}
																														}
																														var valid29 = true;
																													} else var valid29 = true;
																													if (valid29) {
																														if (data92.consent !== void 0) {
																															let data96 = data92.consent;
																															if (typeof data96 !== "string" && data96 !== null) {
																																validate0.errors = [{
																																	instancePath: instancePath + "/destinations/" + i0 + "/native/consent",
																																	schemaPath: "#/properties/destinations/items/properties/native/properties/consent/type",
																																	keyword: "type",
																																	params: { type: schema0.properties.destinations.items.properties.native.properties.consent.type },
																																	message: "must be string,null"
																																}];
																																return false;
																															}
																															if (!(data96 === "--replace" || data96 === "--takeover" || data96 === null)) {
																																validate0.errors = [{
																																	instancePath: instancePath + "/destinations/" + i0 + "/native/consent",
																																	schemaPath: "#/properties/destinations/items/properties/native/properties/consent/enum",
																																	keyword: "enum",
																																	params: { allowedValues: schema0.properties.destinations.items.properties.native.properties.consent.enum },
																																	message: "must be equal to one of the allowed values"
																																}];
																																return false;
																															}
																															var valid29 = true;
																														} else var valid29 = true;
																														if (valid29) {
																															if (data92.from !== void 0) {
																																let data97 = data92.from;
																																if (!(data97 && typeof data97 == "object" && !Array.isArray(data97)) && data97 !== null) {
																																	validate0.errors = [{
																																		instancePath: instancePath + "/destinations/" + i0 + "/native/from",
																																		schemaPath: "#/properties/destinations/items/properties/native/properties/from/type",
																																		keyword: "type",
																																		params: { type: schema0.properties.destinations.items.properties.native.properties.from.type },
																																		message: "must be object,null"
																																	}];
																																	return false;
																																}
																																if (data97 && typeof data97 == "object" && !Array.isArray(data97)) {
																																	let missing15;
																																	if (data97.destination_tenant_url === void 0 && (missing15 = "destination_tenant_url") || data97.destination_team_id === void 0 && (missing15 = "destination_team_id")) {
																																		validate0.errors = [{
																																			instancePath: instancePath + "/destinations/" + i0 + "/native/from",
																																			schemaPath: "#/properties/destinations/items/properties/native/properties/from/required",
																																			keyword: "required",
																																			params: { missingProperty: missing15 },
																																			message: "must have required property '" + missing15 + "'"
																																		}];
																																		return false;
																																	} else {
																																		for (const key15 in data97) if (!(key15 === "destination_tenant_url" || key15 === "destination_team_id")) {
																																			validate0.errors = [{
																																				instancePath: instancePath + "/destinations/" + i0 + "/native/from",
																																				schemaPath: "#/properties/destinations/items/properties/native/properties/from/additionalProperties",
																																				keyword: "additionalProperties",
																																				params: { additionalProperty: key15 },
																																				message: "must NOT have additional properties"
																																			}];
																																			return false;
																																		}
																																		if (data97.destination_tenant_url !== void 0) {
																																			if (typeof data97.destination_tenant_url !== "string") {
																																				validate0.errors = [{
																																					instancePath: instancePath + "/destinations/" + i0 + "/native/from/destination_tenant_url",
																																					schemaPath: "#/properties/destinations/items/properties/native/properties/from/properties/destination_tenant_url/type",
																																					keyword: "type",
																																					params: { type: "string" },
																																					message: "must be string"
																																				}];
																																				return false;
																																			}
																																			var valid30 = true;
																																		} else var valid30 = true;
																																		if (valid30) {
																																			if (data97.destination_team_id !== void 0) {
																																				let data99 = data97.destination_team_id;
																																				if (!(typeof data99 == "number" && !(data99 % 1) && !isNaN(data99) && isFinite(data99))) {
																																					validate0.errors = [{
																																						instancePath: instancePath + "/destinations/" + i0 + "/native/from/destination_team_id",
																																						schemaPath: "#/properties/destinations/items/properties/native/properties/from/properties/destination_team_id/type",
																																						keyword: "type",
																																						params: { type: "integer" },
																																						message: "must be integer"
																																					}];
																																					return false;
																																				}
																																				if (typeof data99 == "number" && isFinite(data99)) {
																																					if (data99 < 1 || isNaN(data99)) {
																																						validate0.errors = [{
																																							instancePath: instancePath + "/destinations/" + i0 + "/native/from/destination_team_id",
																																							schemaPath: "#/properties/destinations/items/properties/native/properties/from/properties/destination_team_id/minimum",
																																							keyword: "minimum",
																																							params: {
																																								comparison: ">=",
																																								limit: 1
																																							},
																																							message: "must be >= 1"
																																						}];
																																						return false;
																																					}
																																				}
																																				var valid30 = true;
																																			} else var valid30 = true;
																																		}
																																	}
																																}
																																var valid29 = true;
																															} else var valid29 = true;
																															if (valid29) {
																																if (data92.subscribe !== void 0) {
																																	let data100 = data92.subscribe;
																																	if (Array.isArray(data100)) {
																																		const len15 = data100.length;
																																		for (let i15 = 0; i15 < len15; i15++) {
																																			let data101 = data100[i15];
																																			if (typeof data101 === "string") {
																																				if (!pattern2.test(data101)) {
																																					validate0.errors = [{
																																						instancePath: instancePath + "/destinations/" + i0 + "/native/subscribe/" + i15,
																																						schemaPath: "#/properties/destinations/items/properties/native/properties/subscribe/items/pattern",
																																						keyword: "pattern",
																																						params: { pattern: "^[a-z0-9][a-z0-9_.-]{0,62}$" },
																																						message: "must match pattern \"^[a-z0-9][a-z0-9_.-]{0,62}$\""
																																					}];
																																					return false;
																																				}
																																			} else {
																																				validate0.errors = [{
																																					instancePath: instancePath + "/destinations/" + i0 + "/native/subscribe/" + i15,
																																					schemaPath: "#/properties/destinations/items/properties/native/properties/subscribe/items/type",
																																					keyword: "type",
																																					params: { type: "string" },
																																					message: "must be string"
																																				}];
																																				return false;
																																			}
																																		}
																																	} else {
																																		validate0.errors = [{
																																			instancePath: instancePath + "/destinations/" + i0 + "/native/subscribe",
																																			schemaPath: "#/properties/destinations/items/properties/native/properties/subscribe/type",
																																			keyword: "type",
																																			params: { type: "array" },
																																			message: "must be array"
																																		}];
																																		return false;
																																	}
																																	var valid29 = true;
																																} else var valid29 = true;
																																if (valid29) {
																																	if (data92.unsubscribe !== void 0) {
																																		let data102 = data92.unsubscribe;
																																		if (Array.isArray(data102)) {
																																			const len16 = data102.length;
																																			for (let i16 = 0; i16 < len16; i16++) if (typeof data102[i16] !== "string") {
																																				validate0.errors = [{
																																					instancePath: instancePath + "/destinations/" + i0 + "/native/unsubscribe/" + i16,
																																					schemaPath: "#/properties/destinations/items/properties/native/properties/unsubscribe/items/type",
																																					keyword: "type",
																																					params: { type: "string" },
																																					message: "must be string"
																																				}];
																																				return false;
																																			}
																																		} else {
																																			validate0.errors = [{
																																				instancePath: instancePath + "/destinations/" + i0 + "/native/unsubscribe",
																																				schemaPath: "#/properties/destinations/items/properties/native/properties/unsubscribe/type",
																																				keyword: "type",
																																				params: { type: "array" },
																																				message: "must be array"
																																			}];
																																			return false;
																																		}
																																		var valid29 = true;
																																	} else var valid29 = true;
																																	if (valid29) {
																																		if (data92.manual_sync_only !== void 0) {
																																			if (typeof data92.manual_sync_only !== "boolean") {
																																				validate0.errors = [{
																																					instancePath: instancePath + "/destinations/" + i0 + "/native/manual_sync_only",
																																					schemaPath: "#/properties/destinations/items/properties/native/properties/manual_sync_only/type",
																																					keyword: "type",
																																					params: { type: "boolean" },
																																					message: "must be boolean"
																																				}];
																																				return false;
																																			}
																																			var valid29 = true;
																																		} else var valid29 = true;
																																		if (valid29) {
																																			if (data92.key_version !== void 0) {
																																				let data105 = data92.key_version;
																																				if (!(typeof data105 == "number" && !(data105 % 1) && !isNaN(data105) && isFinite(data105)) && data105 !== null) {
																																					validate0.errors = [{
																																						instancePath: instancePath + "/destinations/" + i0 + "/native/key_version",
																																						schemaPath: "#/properties/destinations/items/properties/native/properties/key_version/type",
																																						keyword: "type",
																																						params: { type: schema0.properties.destinations.items.properties.native.properties.key_version.type },
																																						message: "must be integer,null"
																																					}];
																																					return false;
																																				}
																																				if (typeof data105 == "number" && isFinite(data105)) {
																																					if (data105 < 1 || isNaN(data105)) {
																																						validate0.errors = [{
																																							instancePath: instancePath + "/destinations/" + i0 + "/native/key_version",
																																							schemaPath: "#/properties/destinations/items/properties/native/properties/key_version/minimum",
																																							keyword: "minimum",
																																							params: {
																																								comparison: ">=",
																																								limit: 1
																																							},
																																							message: "must be >= 1"
																																						}];
																																						return false;
																																					}
																																				}
																																				var valid29 = true;
																																			} else var valid29 = true;
																																			if (valid29) {
																																				if (data92.steps !== void 0) {
																																					let data106 = data92.steps;
																																					if (Array.isArray(data106)) {
																																						const len17 = data106.length;
																																						for (let i17 = 0; i17 < len17; i17++) {
																																							let data107 = data106[i17];
																																							if (typeof data107 !== "string") {
																																								validate0.errors = [{
																																									instancePath: instancePath + "/destinations/" + i0 + "/native/steps/" + i17,
																																									schemaPath: "#/properties/destinations/items/properties/native/properties/steps/items/type",
																																									keyword: "type",
																																									params: { type: "string" },
																																									message: "must be string"
																																								}];
																																								return false;
																																							}
																																							if (!(data107 === "delete" || data107 === "create" || data107 === "set_flag" || data107 === "send_key" || data107 === "set_stories" || data107 === "trigger")) {
																																								validate0.errors = [{
																																									instancePath: instancePath + "/destinations/" + i0 + "/native/steps/" + i17,
																																									schemaPath: "#/properties/destinations/items/properties/native/properties/steps/items/enum",
																																									keyword: "enum",
																																									params: { allowedValues: schema0.properties.destinations.items.properties.native.properties.steps.items.enum },
																																									message: "must be equal to one of the allowed values"
																																								}];
																																								return false;
																																							}
																																						}
																																					} else {
																																						validate0.errors = [{
																																							instancePath: instancePath + "/destinations/" + i0 + "/native/steps",
																																							schemaPath: "#/properties/destinations/items/properties/native/properties/steps/type",
																																							keyword: "type",
																																							params: { type: "array" },
																																							message: "must be array"
																																						}];
																																						return false;
																																					}
																																					var valid29 = true;
																																				} else var valid29 = true;
																																				if (valid29) {
																																					if (data92.warnings !== void 0) {
																																						let data108 = data92.warnings;
																																						if (Array.isArray(data108)) {
																																							const len18 = data108.length;
																																							for (let i18 = 0; i18 < len18; i18++) if (typeof data108[i18] !== "string") {
																																								validate0.errors = [{
																																									instancePath: instancePath + "/destinations/" + i0 + "/native/warnings/" + i18,
																																									schemaPath: "#/properties/destinations/items/properties/native/properties/warnings/items/type",
																																									keyword: "type",
																																									params: { type: "string" },
																																									message: "must be string"
																																								}];
																																								return false;
																																							}
																																						} else {
																																							validate0.errors = [{
																																								instancePath: instancePath + "/destinations/" + i0 + "/native/warnings",
																																								schemaPath: "#/properties/destinations/items/properties/native/properties/warnings/type",
																																								keyword: "type",
																																								params: { type: "array" },
																																								message: "must be array"
																																							}];
																																							return false;
																																						}
																																						var valid29 = true;
																																					} else var valid29 = true;
																																					if (valid29) {
																																						if (data92.record_types !== void 0) {
																																							let data110 = data92.record_types;
																																							if (Array.isArray(data110)) {
																																								const len19 = data110.length;
																																								for (let i19 = 0; i19 < len19; i19++) {
																																									let data111 = data110[i19];
																																									if (data111 && typeof data111 == "object" && !Array.isArray(data111)) {
																																										let missing16;
																																										if (data111.name === void 0 && (missing16 = "name") || data111.action === void 0 && (missing16 = "action") || data111.target === void 0 && (missing16 = "target") || data111.fields === void 0 && (missing16 = "fields") || data111.because === void 0 && (missing16 = "because")) {
																																											validate0.errors = [{
																																												instancePath: instancePath + "/destinations/" + i0 + "/native/record_types/" + i19,
																																												schemaPath: "#/properties/destinations/items/properties/native/properties/record_types/items/required",
																																												keyword: "required",
																																												params: { missingProperty: missing16 },
																																												message: "must have required property '" + missing16 + "'"
																																											}];
																																											return false;
																																										} else {
																																											for (const key16 in data111) if (!(key16 === "name" || key16 === "action" || key16 === "target" || key16 === "fields" || key16 === "because")) {
																																												validate0.errors = [{
																																													instancePath: instancePath + "/destinations/" + i0 + "/native/record_types/" + i19,
																																													schemaPath: "#/properties/destinations/items/properties/native/properties/record_types/items/additionalProperties",
																																													keyword: "additionalProperties",
																																													params: { additionalProperty: key16 },
																																													message: "must NOT have additional properties"
																																												}];
																																												return false;
																																											}
																																											if (data111.name !== void 0) {
																																												if (typeof data111.name !== "string") {
																																													validate0.errors = [{
																																														instancePath: instancePath + "/destinations/" + i0 + "/native/record_types/" + i19 + "/name",
																																														schemaPath: "#/properties/destinations/items/properties/native/properties/record_types/items/properties/name/type",
																																														keyword: "type",
																																														params: { type: "string" },
																																														message: "must be string"
																																													}];
																																													return false;
																																												}
																																												var valid36 = true;
																																											} else var valid36 = true;
																																											if (valid36) {
																																												if (data111.action !== void 0) {
																																													let data113 = data111.action;
																																													if (typeof data113 !== "string") {
																																														validate0.errors = [{
																																															instancePath: instancePath + "/destinations/" + i0 + "/native/record_types/" + i19 + "/action",
																																															schemaPath: "#/properties/destinations/items/properties/native/properties/record_types/items/properties/action/type",
																																															keyword: "type",
																																															params: { type: "string" },
																																															message: "must be string"
																																														}];
																																														return false;
																																													}
																																													if (!(data113 === "reuse" || data113 === "create" || data113 === "add_fields" || data113 === "create_sequential")) {
																																														validate0.errors = [{
																																															instancePath: instancePath + "/destinations/" + i0 + "/native/record_types/" + i19 + "/action",
																																															schemaPath: "#/properties/destinations/items/properties/native/properties/record_types/items/properties/action/enum",
																																															keyword: "enum",
																																															params: { allowedValues: schema0.properties.destinations.items.properties.native.properties.record_types.items.properties.action.enum },
																																															message: "must be equal to one of the allowed values"
																																														}];
																																														return false;
																																													}
																																													var valid36 = true;
																																												} else var valid36 = true;
																																												if (valid36) {
																																													if (data111.target !== void 0) {
																																														if (typeof data111.target !== "string") {
																																															validate0.errors = [{
																																																instancePath: instancePath + "/destinations/" + i0 + "/native/record_types/" + i19 + "/target",
																																																schemaPath: "#/properties/destinations/items/properties/native/properties/record_types/items/properties/target/type",
																																																keyword: "type",
																																																params: { type: "string" },
																																																message: "must be string"
																																															}];
																																															return false;
																																														}
																																														var valid36 = true;
																																													} else var valid36 = true;
																																													if (valid36) {
																																														if (data111.fields !== void 0) {
																																															let data115 = data111.fields;
																																															if (Array.isArray(data115)) {
																																																const len20 = data115.length;
																																																for (let i20 = 0; i20 < len20; i20++) if (typeof data115[i20] !== "string") {
																																																	validate0.errors = [{
																																																		instancePath: instancePath + "/destinations/" + i0 + "/native/record_types/" + i19 + "/fields/" + i20,
																																																		schemaPath: "#/properties/destinations/items/properties/native/properties/record_types/items/properties/fields/items/type",
																																																		keyword: "type",
																																																		params: { type: "string" },
																																																		message: "must be string"
																																																	}];
																																																	return false;
																																																}
																																															} else {
																																																validate0.errors = [{
																																																	instancePath: instancePath + "/destinations/" + i0 + "/native/record_types/" + i19 + "/fields",
																																																	schemaPath: "#/properties/destinations/items/properties/native/properties/record_types/items/properties/fields/type",
																																																	keyword: "type",
																																																	params: { type: "array" },
																																																	message: "must be array"
																																																}];
																																																return false;
																																															}
																																															var valid36 = true;
																																														} else var valid36 = true;
																																														if (valid36) {
																																															if (data111.because !== void 0) {
																																																if (typeof data111.because !== "string") {
																																																	validate0.errors = [{
																																																		instancePath: instancePath + "/destinations/" + i0 + "/native/record_types/" + i19 + "/because",
																																																		schemaPath: "#/properties/destinations/items/properties/native/properties/record_types/items/properties/because/type",
																																																		keyword: "type",
																																																		params: { type: "string" },
																																																		message: "must be string"
																																																	}];
																																																	return false;
																																																}
																																																var valid36 = true;
																																															} else var valid36 = true;
																																														}
																																													}
																																												}
																																											}
																																										}
																																									} else {
																																										validate0.errors = [{
																																											instancePath: instancePath + "/destinations/" + i0 + "/native/record_types/" + i19,
																																											schemaPath: "#/properties/destinations/items/properties/native/properties/record_types/items/type",
																																											keyword: "type",
																																											params: { type: "object" },
																																											message: "must be object"
																																										}];
																																										return false;
																																									}
																																								}
																																							} else {
																																								validate0.errors = [{
																																									instancePath: instancePath + "/destinations/" + i0 + "/native/record_types",
																																									schemaPath: "#/properties/destinations/items/properties/native/properties/record_types/type",
																																									keyword: "type",
																																									params: { type: "array" },
																																									message: "must be array"
																																								}];
																																								return false;
																																							}
																																							var valid29 = true;
																																						} else var valid29 = true;
																																					}
																																				}
																																			}
																																		}
																																	}
																																}
																															}
																														}
																													}
																												}
																											}
																										}
																									} else {
																										validate0.errors = [{
																											instancePath: instancePath + "/destinations/" + i0 + "/native",
																											schemaPath: "#/properties/destinations/items/properties/native/type",
																											keyword: "type",
																											params: { type: "object" },
																											message: "must be object"
																										}];
																										return false;
																									}
																									var valid3 = true;
																								} else var valid3 = true;
																							}
																						}
																					}
																				}
																			}
																		}
																	}
																}
															}
														}
													}
												}
											} else {
												validate0.errors = [{
													instancePath: instancePath + "/destinations/" + i0,
													schemaPath: "#/properties/destinations/items/type",
													keyword: "type",
													params: { type: "object" },
													message: "must be object"
												}];
												return false;
											}
										}
									} else {
										validate0.errors = [{
											instancePath: instancePath + "/destinations",
											schemaPath: "#/properties/destinations/type",
											keyword: "type",
											params: { type: "array" },
											message: "must be array"
										}];
										return false;
									}
									var valid0 = true;
								} else var valid0 = true;
								if (valid0) {
									if (data.left_behind_destinations !== void 0) {
										let data118 = data.left_behind_destinations;
										if (Array.isArray(data118)) {
											const len21 = data118.length;
											for (let i21 = 0; i21 < len21; i21++) {
												let data119 = data118[i21];
												if (data119 && typeof data119 == "object" && !Array.isArray(data119)) {
													let missing17;
													if (data119.name === void 0 && (missing17 = "name") || data119.destination_tenant_url === void 0 && (missing17 = "destination_tenant_url") || data119.destination_team_id === void 0 && (missing17 = "destination_team_id") || data119.stories === void 0 && (missing17 = "stories")) {
														validate0.errors = [{
															instancePath: instancePath + "/left_behind_destinations/" + i21,
															schemaPath: "#/properties/left_behind_destinations/items/required",
															keyword: "required",
															params: { missingProperty: missing17 },
															message: "must have required property '" + missing17 + "'"
														}];
														return false;
													} else {
														for (const key17 in data119) if (!(key17 === "name" || key17 === "destination_tenant_url" || key17 === "destination_team_id" || key17 === "stories")) {
															validate0.errors = [{
																instancePath: instancePath + "/left_behind_destinations/" + i21,
																schemaPath: "#/properties/left_behind_destinations/items/additionalProperties",
																keyword: "additionalProperties",
																params: { additionalProperty: key17 },
																message: "must NOT have additional properties"
															}];
															return false;
														}
														if (data119.name !== void 0) {
															let data120 = data119.name;
															if (typeof data120 === "string") {
																if (!pattern2.test(data120)) {
																	validate0.errors = [{
																		instancePath: instancePath + "/left_behind_destinations/" + i21 + "/name",
																		schemaPath: "#/properties/left_behind_destinations/items/properties/name/pattern",
																		keyword: "pattern",
																		params: { pattern: "^[a-z0-9][a-z0-9_.-]{0,62}$" },
																		message: "must match pattern \"^[a-z0-9][a-z0-9_.-]{0,62}$\""
																	}];
																	return false;
																}
															} else {
																validate0.errors = [{
																	instancePath: instancePath + "/left_behind_destinations/" + i21 + "/name",
																	schemaPath: "#/properties/left_behind_destinations/items/properties/name/type",
																	keyword: "type",
																	params: { type: "string" },
																	message: "must be string"
																}];
																return false;
															}
															var valid39 = true;
														} else var valid39 = true;
														if (valid39) {
															if (data119.destination_tenant_url !== void 0) {
																if (typeof data119.destination_tenant_url !== "string") {
																	validate0.errors = [{
																		instancePath: instancePath + "/left_behind_destinations/" + i21 + "/destination_tenant_url",
																		schemaPath: "#/properties/left_behind_destinations/items/properties/destination_tenant_url/type",
																		keyword: "type",
																		params: { type: "string" },
																		message: "must be string"
																	}];
																	return false;
																}
																var valid39 = true;
															} else var valid39 = true;
															if (valid39) {
																if (data119.destination_team_id !== void 0) {
																	let data122 = data119.destination_team_id;
																	if (!(typeof data122 == "number" && !(data122 % 1) && !isNaN(data122) && isFinite(data122))) {
																		validate0.errors = [{
																			instancePath: instancePath + "/left_behind_destinations/" + i21 + "/destination_team_id",
																			schemaPath: "#/properties/left_behind_destinations/items/properties/destination_team_id/type",
																			keyword: "type",
																			params: { type: "integer" },
																			message: "must be integer"
																		}];
																		return false;
																	}
																	if (typeof data122 == "number" && isFinite(data122)) {
																		if (data122 < 1 || isNaN(data122)) {
																			validate0.errors = [{
																				instancePath: instancePath + "/left_behind_destinations/" + i21 + "/destination_team_id",
																				schemaPath: "#/properties/left_behind_destinations/items/properties/destination_team_id/minimum",
																				keyword: "minimum",
																				params: {
																					comparison: ">=",
																					limit: 1
																				},
																				message: "must be >= 1"
																			}];
																			return false;
																		}
																	}
																	var valid39 = true;
																} else var valid39 = true;
																if (valid39) {
																	if (data119.stories !== void 0) {
																		let data123 = data119.stories;
																		if (!(typeof data123 == "number" && !(data123 % 1) && !isNaN(data123) && isFinite(data123))) {
																			validate0.errors = [{
																				instancePath: instancePath + "/left_behind_destinations/" + i21 + "/stories",
																				schemaPath: "#/properties/left_behind_destinations/items/properties/stories/type",
																				keyword: "type",
																				params: { type: "integer" },
																				message: "must be integer"
																			}];
																			return false;
																		}
																		if (typeof data123 == "number" && isFinite(data123)) {
																			if (data123 < 0 || isNaN(data123)) {
																				validate0.errors = [{
																					instancePath: instancePath + "/left_behind_destinations/" + i21 + "/stories",
																					schemaPath: "#/properties/left_behind_destinations/items/properties/stories/minimum",
																					keyword: "minimum",
																					params: {
																						comparison: ">=",
																						limit: 0
																					},
																					message: "must be >= 0"
																				}];
																				return false;
																			}
																		}
																		var valid39 = true;
																	} else var valid39 = true;
																}
															}
														}
													}
												} else {
													validate0.errors = [{
														instancePath: instancePath + "/left_behind_destinations/" + i21,
														schemaPath: "#/properties/left_behind_destinations/items/type",
														keyword: "type",
														params: { type: "object" },
														message: "must be object"
													}];
													return false;
												}
											}
										} else {
											validate0.errors = [{
												instancePath: instancePath + "/left_behind_destinations",
												schemaPath: "#/properties/left_behind_destinations/type",
												keyword: "type",
												params: { type: "array" },
												message: "must be array"
											}];
											return false;
										}
										var valid0 = true;
									} else var valid0 = true;
									if (valid0) {
										if (data.left_behind_native !== void 0) {
											let data124 = data.left_behind_native;
											if (Array.isArray(data124)) {
												const len22 = data124.length;
												for (let i22 = 0; i22 < len22; i22++) {
													let data125 = data124[i22];
													if (data125 && typeof data125 == "object" && !Array.isArray(data125)) {
														let missing18;
														if (data125.id === void 0 && (missing18 = "id") || data125.name === void 0 && (missing18 = "name") || data125.destination_tenant_url === void 0 && (missing18 = "destination_tenant_url") || data125.destination_team_id === void 0 && (missing18 = "destination_team_id") || data125.stories === void 0 && (missing18 = "stories") || data125.story_names === void 0 && (missing18 = "story_names") || data125.kept_because === void 0 && (missing18 = "kept_because")) {
															validate0.errors = [{
																instancePath: instancePath + "/left_behind_native/" + i22,
																schemaPath: "#/properties/left_behind_native/items/required",
																keyword: "required",
																params: { missingProperty: missing18 },
																message: "must have required property '" + missing18 + "'"
															}];
															return false;
														} else {
															for (const key18 in data125) if (!(key18 === "id" || key18 === "name" || key18 === "destination_tenant_url" || key18 === "destination_team_id" || key18 === "stories" || key18 === "story_names" || key18 === "kept_because")) {
																validate0.errors = [{
																	instancePath: instancePath + "/left_behind_native/" + i22,
																	schemaPath: "#/properties/left_behind_native/items/additionalProperties",
																	keyword: "additionalProperties",
																	params: { additionalProperty: key18 },
																	message: "must NOT have additional properties"
																}];
																return false;
															}
															if (data125.id !== void 0) {
																let data126 = data125.id;
																if (!(typeof data126 == "number" && !(data126 % 1) && !isNaN(data126) && isFinite(data126))) {
																	validate0.errors = [{
																		instancePath: instancePath + "/left_behind_native/" + i22 + "/id",
																		schemaPath: "#/properties/left_behind_native/items/properties/id/type",
																		keyword: "type",
																		params: { type: "integer" },
																		message: "must be integer"
																	}];
																	return false;
																}
																if (typeof data126 == "number" && isFinite(data126)) {
																	if (data126 < 1 || isNaN(data126)) {
																		validate0.errors = [{
																			instancePath: instancePath + "/left_behind_native/" + i22 + "/id",
																			schemaPath: "#/properties/left_behind_native/items/properties/id/minimum",
																			keyword: "minimum",
																			params: {
																				comparison: ">=",
																				limit: 1
																			},
																			message: "must be >= 1"
																		}];
																		return false;
																	}
																}
																var valid41 = true;
															} else var valid41 = true;
															if (valid41) {
																if (data125.name !== void 0) {
																	let data127 = data125.name;
																	if (typeof data127 !== "string" && data127 !== null) {
																		validate0.errors = [{
																			instancePath: instancePath + "/left_behind_native/" + i22 + "/name",
																			schemaPath: "#/properties/left_behind_native/items/properties/name/type",
																			keyword: "type",
																			params: { type: schema0.properties.left_behind_native.items.properties.name.type },
																			message: "must be string,null"
																		}];
																		return false;
																	}
																	var valid41 = true;
																} else var valid41 = true;
																if (valid41) {
																	if (data125.destination_tenant_url !== void 0) {
																		if (typeof data125.destination_tenant_url !== "string") {
																			validate0.errors = [{
																				instancePath: instancePath + "/left_behind_native/" + i22 + "/destination_tenant_url",
																				schemaPath: "#/properties/left_behind_native/items/properties/destination_tenant_url/type",
																				keyword: "type",
																				params: { type: "string" },
																				message: "must be string"
																			}];
																			return false;
																		}
																		var valid41 = true;
																	} else var valid41 = true;
																	if (valid41) {
																		if (data125.destination_team_id !== void 0) {
																			let data129 = data125.destination_team_id;
																			if (!(typeof data129 == "number" && !(data129 % 1) && !isNaN(data129) && isFinite(data129))) {
																				validate0.errors = [{
																					instancePath: instancePath + "/left_behind_native/" + i22 + "/destination_team_id",
																					schemaPath: "#/properties/left_behind_native/items/properties/destination_team_id/type",
																					keyword: "type",
																					params: { type: "integer" },
																					message: "must be integer"
																				}];
																				return false;
																			}
																			if (typeof data129 == "number" && isFinite(data129)) {
																				if (data129 < 1 || isNaN(data129)) {
																					validate0.errors = [{
																						instancePath: instancePath + "/left_behind_native/" + i22 + "/destination_team_id",
																						schemaPath: "#/properties/left_behind_native/items/properties/destination_team_id/minimum",
																						keyword: "minimum",
																						params: {
																							comparison: ">=",
																							limit: 1
																						},
																						message: "must be >= 1"
																					}];
																					return false;
																				}
																			}
																			var valid41 = true;
																		} else var valid41 = true;
																		if (valid41) {
																			if (data125.stories !== void 0) {
																				let data130 = data125.stories;
																				if (!(typeof data130 == "number" && !(data130 % 1) && !isNaN(data130) && isFinite(data130))) {
																					validate0.errors = [{
																						instancePath: instancePath + "/left_behind_native/" + i22 + "/stories",
																						schemaPath: "#/properties/left_behind_native/items/properties/stories/type",
																						keyword: "type",
																						params: { type: "integer" },
																						message: "must be integer"
																					}];
																					return false;
																				}
																				if (typeof data130 == "number" && isFinite(data130)) {
																					if (data130 < 0 || isNaN(data130)) {
																						validate0.errors = [{
																							instancePath: instancePath + "/left_behind_native/" + i22 + "/stories",
																							schemaPath: "#/properties/left_behind_native/items/properties/stories/minimum",
																							keyword: "minimum",
																							params: {
																								comparison: ">=",
																								limit: 0
																							},
																							message: "must be >= 0"
																						}];
																						return false;
																					}
																				}
																				var valid41 = true;
																			} else var valid41 = true;
																			if (valid41) {
																				if (data125.story_names !== void 0) {
																					let data131 = data125.story_names;
																					if (Array.isArray(data131)) {
																						const len23 = data131.length;
																						for (let i23 = 0; i23 < len23; i23++) if (typeof data131[i23] !== "string") {
																							validate0.errors = [{
																								instancePath: instancePath + "/left_behind_native/" + i22 + "/story_names/" + i23,
																								schemaPath: "#/properties/left_behind_native/items/properties/story_names/items/type",
																								keyword: "type",
																								params: { type: "string" },
																								message: "must be string"
																							}];
																							return false;
																						}
																					} else {
																						validate0.errors = [{
																							instancePath: instancePath + "/left_behind_native/" + i22 + "/story_names",
																							schemaPath: "#/properties/left_behind_native/items/properties/story_names/type",
																							keyword: "type",
																							params: { type: "array" },
																							message: "must be array"
																						}];
																						return false;
																					}
																					var valid41 = true;
																				} else var valid41 = true;
																				if (valid41) {
																					if (data125.kept_because !== void 0) {
																						let data133 = data125.kept_because;
																						if (typeof data133 !== "string" && data133 !== null) {
																							validate0.errors = [{
																								instancePath: instancePath + "/left_behind_native/" + i22 + "/kept_because",
																								schemaPath: "#/properties/left_behind_native/items/properties/kept_because/type",
																								keyword: "type",
																								params: { type: schema0.properties.left_behind_native.items.properties.kept_because.type },
																								message: "must be string,null"
																							}];
																							return false;
																						}
																						if (!(data133 === "not_ours" || data133 === "not_proven" || data133 === "recorded_elsewhere" || data133 === "held" || data133 === null)) {
																							validate0.errors = [{
																								instancePath: instancePath + "/left_behind_native/" + i22 + "/kept_because",
																								schemaPath: "#/properties/left_behind_native/items/properties/kept_because/enum",
																								keyword: "enum",
																								params: { allowedValues: schema0.properties.left_behind_native.items.properties.kept_because.enum },
																								message: "must be equal to one of the allowed values"
																							}];
																							return false;
																						}
																						var valid41 = true;
																					} else var valid41 = true;
																				}
																			}
																		}
																	}
																}
															}
														}
													} else {
														validate0.errors = [{
															instancePath: instancePath + "/left_behind_native/" + i22,
															schemaPath: "#/properties/left_behind_native/items/type",
															keyword: "type",
															params: { type: "object" },
															message: "must be object"
														}];
														return false;
													}
												}
											} else {
												validate0.errors = [{
													instancePath: instancePath + "/left_behind_native",
													schemaPath: "#/properties/left_behind_native/type",
													keyword: "type",
													params: { type: "array" },
													message: "must be array"
												}];
												return false;
											}
											var valid0 = true;
										} else var valid0 = true;
										if (valid0) {
											if (data.rollout !== void 0) {
												let data134 = data.rollout;
												if (Array.isArray(data134)) {
													const len24 = data134.length;
													for (let i24 = 0; i24 < len24; i24++) {
														let data135 = data134[i24];
														if (data135 && typeof data135 == "object" && !Array.isArray(data135)) {
															let missing19;
															if (data135.ring === void 0 && (missing19 = "ring") || data135.story === void 0 && (missing19 = "story") || data135.there === void 0 && (missing19 = "there") || data135.total === void 0 && (missing19 = "total") || data135.failed === void 0 && (missing19 = "failed") || data135.max_failed === void 0 && (missing19 = "max_failed") || data135.state === void 0 && (missing19 = "state") || data135.opens_at === void 0 && (missing19 = "opens_at") || data135.waits_for === void 0 && (missing19 = "waits_for")) {
																validate0.errors = [{
																	instancePath: instancePath + "/rollout/" + i24,
																	schemaPath: "#/properties/rollout/items/required",
																	keyword: "required",
																	params: { missingProperty: missing19 },
																	message: "must have required property '" + missing19 + "'"
																}];
																return false;
															} else {
																for (const key19 in data135) if (!func0.call(schema0.properties.rollout.items.properties, key19)) {
																	validate0.errors = [{
																		instancePath: instancePath + "/rollout/" + i24,
																		schemaPath: "#/properties/rollout/items/additionalProperties",
																		keyword: "additionalProperties",
																		params: { additionalProperty: key19 },
																		message: "must NOT have additional properties"
																	}];
																	return false;
																}
																if (data135.ring !== void 0) {
																	let data136 = data135.ring;
																	if (typeof data136 === "string") {
																		if (!pattern2.test(data136)) {
																			validate0.errors = [{
																				instancePath: instancePath + "/rollout/" + i24 + "/ring",
																				schemaPath: "#/properties/rollout/items/properties/ring/pattern",
																				keyword: "pattern",
																				params: { pattern: "^[a-z0-9][a-z0-9_.-]{0,62}$" },
																				message: "must match pattern \"^[a-z0-9][a-z0-9_.-]{0,62}$\""
																			}];
																			return false;
																		}
																	} else {
																		validate0.errors = [{
																			instancePath: instancePath + "/rollout/" + i24 + "/ring",
																			schemaPath: "#/properties/rollout/items/properties/ring/type",
																			keyword: "type",
																			params: { type: "string" },
																			message: "must be string"
																		}];
																		return false;
																	}
																	var valid44 = true;
																} else var valid44 = true;
																if (valid44) {
																	if (data135.story !== void 0) {
																		let data137 = data135.story;
																		if (typeof data137 === "string") {
																			if (!pattern2.test(data137)) {
																				validate0.errors = [{
																					instancePath: instancePath + "/rollout/" + i24 + "/story",
																					schemaPath: "#/properties/rollout/items/properties/story/pattern",
																					keyword: "pattern",
																					params: { pattern: "^[a-z0-9][a-z0-9_.-]{0,62}$" },
																					message: "must match pattern \"^[a-z0-9][a-z0-9_.-]{0,62}$\""
																				}];
																				return false;
																			}
																		} else {
																			validate0.errors = [{
																				instancePath: instancePath + "/rollout/" + i24 + "/story",
																				schemaPath: "#/properties/rollout/items/properties/story/type",
																				keyword: "type",
																				params: { type: "string" },
																				message: "must be string"
																			}];
																			return false;
																		}
																		var valid44 = true;
																	} else var valid44 = true;
																	if (valid44) {
																		if (data135.there !== void 0) {
																			let data138 = data135.there;
																			if (!(typeof data138 == "number" && !(data138 % 1) && !isNaN(data138) && isFinite(data138))) {
																				validate0.errors = [{
																					instancePath: instancePath + "/rollout/" + i24 + "/there",
																					schemaPath: "#/properties/rollout/items/properties/there/type",
																					keyword: "type",
																					params: { type: "integer" },
																					message: "must be integer"
																				}];
																				return false;
																			}
																			if (typeof data138 == "number" && isFinite(data138)) {
																				if (data138 < 0 || isNaN(data138)) {
																					validate0.errors = [{
																						instancePath: instancePath + "/rollout/" + i24 + "/there",
																						schemaPath: "#/properties/rollout/items/properties/there/minimum",
																						keyword: "minimum",
																						params: {
																							comparison: ">=",
																							limit: 0
																						},
																						message: "must be >= 0"
																					}];
																					return false;
																				}
																			}
																			var valid44 = true;
																		} else var valid44 = true;
																		if (valid44) {
																			if (data135.total !== void 0) {
																				let data139 = data135.total;
																				if (!(typeof data139 == "number" && !(data139 % 1) && !isNaN(data139) && isFinite(data139))) {
																					validate0.errors = [{
																						instancePath: instancePath + "/rollout/" + i24 + "/total",
																						schemaPath: "#/properties/rollout/items/properties/total/type",
																						keyword: "type",
																						params: { type: "integer" },
																						message: "must be integer"
																					}];
																					return false;
																				}
																				if (typeof data139 == "number" && isFinite(data139)) {
																					if (data139 < 0 || isNaN(data139)) {
																						validate0.errors = [{
																							instancePath: instancePath + "/rollout/" + i24 + "/total",
																							schemaPath: "#/properties/rollout/items/properties/total/minimum",
																							keyword: "minimum",
																							params: {
																								comparison: ">=",
																								limit: 0
																							},
																							message: "must be >= 0"
																						}];
																						return false;
																					}
																				}
																				var valid44 = true;
																			} else var valid44 = true;
																			if (valid44) {
																				if (data135.failed !== void 0) {
																					let data140 = data135.failed;
																					if (!(typeof data140 == "number" && !(data140 % 1) && !isNaN(data140) && isFinite(data140))) {
																						validate0.errors = [{
																							instancePath: instancePath + "/rollout/" + i24 + "/failed",
																							schemaPath: "#/properties/rollout/items/properties/failed/type",
																							keyword: "type",
																							params: { type: "integer" },
																							message: "must be integer"
																						}];
																						return false;
																					}
																					if (typeof data140 == "number" && isFinite(data140)) {
																						if (data140 < 0 || isNaN(data140)) {
																							validate0.errors = [{
																								instancePath: instancePath + "/rollout/" + i24 + "/failed",
																								schemaPath: "#/properties/rollout/items/properties/failed/minimum",
																								keyword: "minimum",
																								params: {
																									comparison: ">=",
																									limit: 0
																								},
																								message: "must be >= 0"
																							}];
																							return false;
																						}
																					}
																					var valid44 = true;
																				} else var valid44 = true;
																				if (valid44) {
																					if (data135.max_failed !== void 0) {
																						let data141 = data135.max_failed;
																						if (!(typeof data141 == "number" && !(data141 % 1) && !isNaN(data141) && isFinite(data141))) {
																							validate0.errors = [{
																								instancePath: instancePath + "/rollout/" + i24 + "/max_failed",
																								schemaPath: "#/properties/rollout/items/properties/max_failed/type",
																								keyword: "type",
																								params: { type: "integer" },
																								message: "must be integer"
																							}];
																							return false;
																						}
																						if (typeof data141 == "number" && isFinite(data141)) {
																							if (data141 < 0 || isNaN(data141)) {
																								validate0.errors = [{
																									instancePath: instancePath + "/rollout/" + i24 + "/max_failed",
																									schemaPath: "#/properties/rollout/items/properties/max_failed/minimum",
																									keyword: "minimum",
																									params: {
																										comparison: ">=",
																										limit: 0
																									},
																									message: "must be >= 0"
																								}];
																								return false;
																							}
																						}
																						var valid44 = true;
																					} else var valid44 = true;
																					if (valid44) {
																						if (data135.state !== void 0) {
																							let data142 = data135.state;
																							if (typeof data142 !== "string") {
																								validate0.errors = [{
																									instancePath: instancePath + "/rollout/" + i24 + "/state",
																									schemaPath: "#/properties/rollout/items/properties/state/type",
																									keyword: "type",
																									params: { type: "string" },
																									message: "must be string"
																								}];
																								return false;
																							}
																							if (!(data142 === "passed" || data142 === "open" || data142 === "soaking" || data142 === "waiting" || data142 === "halted")) {
																								validate0.errors = [{
																									instancePath: instancePath + "/rollout/" + i24 + "/state",
																									schemaPath: "#/properties/rollout/items/properties/state/enum",
																									keyword: "enum",
																									params: { allowedValues: schema0.properties.rollout.items.properties.state.enum },
																									message: "must be equal to one of the allowed values"
																								}];
																								return false;
																							}
																							var valid44 = true;
																						} else var valid44 = true;
																						if (valid44) {
																							if (data135.opens_at !== void 0) {
																								let data143 = data135.opens_at;
																								if (typeof data143 !== "string" && data143 !== null) {
																									validate0.errors = [{
																										instancePath: instancePath + "/rollout/" + i24 + "/opens_at",
																										schemaPath: "#/properties/rollout/items/properties/opens_at/type",
																										keyword: "type",
																										params: { type: schema0.properties.rollout.items.properties.opens_at.type },
																										message: "must be string,null"
																									}];
																									return false;
																								}
																								var valid44 = true;
																							} else var valid44 = true;
																							if (valid44) {
																								if (data135.waits_for !== void 0) {
																									let data144 = data135.waits_for;
																									if (typeof data144 !== "string" && data144 !== null) {
																										validate0.errors = [{
																											instancePath: instancePath + "/rollout/" + i24 + "/waits_for",
																											schemaPath: "#/properties/rollout/items/properties/waits_for/type",
																											keyword: "type",
																											params: { type: schema0.properties.rollout.items.properties.waits_for.type },
																											message: "must be string,null"
																										}];
																										return false;
																									}
																									var valid44 = true;
																								} else var valid44 = true;
																							}
																						}
																					}
																				}
																			}
																		}
																	}
																}
															}
														} else {
															validate0.errors = [{
																instancePath: instancePath + "/rollout/" + i24,
																schemaPath: "#/properties/rollout/items/type",
																keyword: "type",
																params: { type: "object" },
																message: "must be object"
															}];
															return false;
														}
													}
												} else {
													validate0.errors = [{
														instancePath: instancePath + "/rollout",
														schemaPath: "#/properties/rollout/type",
														keyword: "type",
														params: { type: "array" },
														message: "must be array"
													}];
													return false;
												}
												var valid0 = true;
											} else var valid0 = true;
											if (valid0) {
												if (data.forecast !== void 0) {
													let data145 = data.forecast;
													if (data145 && typeof data145 == "object" && !Array.isArray(data145)) {
														let missing20;
														if (data145.calls === void 0 && (missing20 = "calls") || data145.minutes === void 0 && (missing20 = "minutes") || data145.tenants === void 0 && (missing20 = "tenants") || data145.busiest === void 0 && (missing20 = "busiest") || data145.uncounted === void 0 && (missing20 = "uncounted")) {
															validate0.errors = [{
																instancePath: instancePath + "/forecast",
																schemaPath: "#/properties/forecast/required",
																keyword: "required",
																params: { missingProperty: missing20 },
																message: "must have required property '" + missing20 + "'"
															}];
															return false;
														} else {
															for (const key20 in data145) if (!(key20 === "calls" || key20 === "minutes" || key20 === "tenants" || key20 === "busiest" || key20 === "uncounted")) {
																validate0.errors = [{
																	instancePath: instancePath + "/forecast",
																	schemaPath: "#/properties/forecast/additionalProperties",
																	keyword: "additionalProperties",
																	params: { additionalProperty: key20 },
																	message: "must NOT have additional properties"
																}];
																return false;
															}
															if (data145.calls !== void 0) {
																let data146 = data145.calls;
																if (!(typeof data146 == "number" && !(data146 % 1) && !isNaN(data146) && isFinite(data146))) {
																	validate0.errors = [{
																		instancePath: instancePath + "/forecast/calls",
																		schemaPath: "#/properties/forecast/properties/calls/type",
																		keyword: "type",
																		params: { type: "integer" },
																		message: "must be integer"
																	}];
																	return false;
																}
																if (typeof data146 == "number" && isFinite(data146)) {
																	if (data146 < 0 || isNaN(data146)) {
																		validate0.errors = [{
																			instancePath: instancePath + "/forecast/calls",
																			schemaPath: "#/properties/forecast/properties/calls/minimum",
																			keyword: "minimum",
																			params: {
																				comparison: ">=",
																				limit: 0
																			},
																			message: "must be >= 0"
																		}];
																		return false;
																	}
																}
																var valid45 = true;
															} else var valid45 = true;
															if (valid45) {
																if (data145.minutes !== void 0) {
																	let data147 = data145.minutes;
																	if (!(typeof data147 == "number" && !(data147 % 1) && !isNaN(data147) && isFinite(data147))) {
																		validate0.errors = [{
																			instancePath: instancePath + "/forecast/minutes",
																			schemaPath: "#/properties/forecast/properties/minutes/type",
																			keyword: "type",
																			params: { type: "integer" },
																			message: "must be integer"
																		}];
																		return false;
																	}
																	if (typeof data147 == "number" && isFinite(data147)) {
																		if (data147 < 0 || isNaN(data147)) {
																			validate0.errors = [{
																				instancePath: instancePath + "/forecast/minutes",
																				schemaPath: "#/properties/forecast/properties/minutes/minimum",
																				keyword: "minimum",
																				params: {
																					comparison: ">=",
																					limit: 0
																				},
																				message: "must be >= 0"
																			}];
																			return false;
																		}
																	}
																	var valid45 = true;
																} else var valid45 = true;
																if (valid45) {
																	if (data145.tenants !== void 0) {
																		let data148 = data145.tenants;
																		if (!(typeof data148 == "number" && !(data148 % 1) && !isNaN(data148) && isFinite(data148))) {
																			validate0.errors = [{
																				instancePath: instancePath + "/forecast/tenants",
																				schemaPath: "#/properties/forecast/properties/tenants/type",
																				keyword: "type",
																				params: { type: "integer" },
																				message: "must be integer"
																			}];
																			return false;
																		}
																		if (typeof data148 == "number" && isFinite(data148)) {
																			if (data148 < 0 || isNaN(data148)) {
																				validate0.errors = [{
																					instancePath: instancePath + "/forecast/tenants",
																					schemaPath: "#/properties/forecast/properties/tenants/minimum",
																					keyword: "minimum",
																					params: {
																						comparison: ">=",
																						limit: 0
																					},
																					message: "must be >= 0"
																				}];
																				return false;
																			}
																		}
																		var valid45 = true;
																	} else var valid45 = true;
																	if (valid45) {
																		if (data145.busiest !== void 0) {
																			let data149 = data145.busiest;
																			if (data149 && typeof data149 == "object" && !Array.isArray(data149)) {
																				let missing21;
																				if (data149.destination_tenant_url === void 0 && (missing21 = "destination_tenant_url") || data149.calls === void 0 && (missing21 = "calls")) {
																					validate0.errors = [{
																						instancePath: instancePath + "/forecast/busiest",
																						schemaPath: "#/properties/forecast/properties/busiest/required",
																						keyword: "required",
																						params: { missingProperty: missing21 },
																						message: "must have required property '" + missing21 + "'"
																					}];
																					return false;
																				} else {
																					for (const key21 in data149) if (!(key21 === "destination_tenant_url" || key21 === "calls")) {
																						validate0.errors = [{
																							instancePath: instancePath + "/forecast/busiest",
																							schemaPath: "#/properties/forecast/properties/busiest/additionalProperties",
																							keyword: "additionalProperties",
																							params: { additionalProperty: key21 },
																							message: "must NOT have additional properties"
																						}];
																						return false;
																					}
																					if (data149.destination_tenant_url !== void 0) {
																						if (typeof data149.destination_tenant_url !== "string") {
																							validate0.errors = [{
																								instancePath: instancePath + "/forecast/busiest/destination_tenant_url",
																								schemaPath: "#/properties/forecast/properties/busiest/properties/destination_tenant_url/type",
																								keyword: "type",
																								params: { type: "string" },
																								message: "must be string"
																							}];
																							return false;
																						}
																						var valid46 = true;
																					} else var valid46 = true;
																					if (valid46) {
																						if (data149.calls !== void 0) {
																							let data151 = data149.calls;
																							if (!(typeof data151 == "number" && !(data151 % 1) && !isNaN(data151) && isFinite(data151))) {
																								validate0.errors = [{
																									instancePath: instancePath + "/forecast/busiest/calls",
																									schemaPath: "#/properties/forecast/properties/busiest/properties/calls/type",
																									keyword: "type",
																									params: { type: "integer" },
																									message: "must be integer"
																								}];
																								return false;
																							}
																							if (typeof data151 == "number" && isFinite(data151)) {
																								if (data151 < 0 || isNaN(data151)) {
																									validate0.errors = [{
																										instancePath: instancePath + "/forecast/busiest/calls",
																										schemaPath: "#/properties/forecast/properties/busiest/properties/calls/minimum",
																										keyword: "minimum",
																										params: {
																											comparison: ">=",
																											limit: 0
																										},
																										message: "must be >= 0"
																									}];
																									return false;
																								}
																							}
																							var valid46 = true;
																						} else var valid46 = true;
																					}
																				}
																			} else {
																				validate0.errors = [{
																					instancePath: instancePath + "/forecast/busiest",
																					schemaPath: "#/properties/forecast/properties/busiest/type",
																					keyword: "type",
																					params: { type: "object" },
																					message: "must be object"
																				}];
																				return false;
																			}
																			var valid45 = true;
																		} else var valid45 = true;
																		if (valid45) {
																			if (data145.uncounted !== void 0) {
																				let data152 = data145.uncounted;
																				if (!(typeof data152 == "number" && !(data152 % 1) && !isNaN(data152) && isFinite(data152))) {
																					validate0.errors = [{
																						instancePath: instancePath + "/forecast/uncounted",
																						schemaPath: "#/properties/forecast/properties/uncounted/type",
																						keyword: "type",
																						params: { type: "integer" },
																						message: "must be integer"
																					}];
																					return false;
																				}
																				if (typeof data152 == "number" && isFinite(data152)) {
																					if (data152 < 0 || isNaN(data152)) {
																						validate0.errors = [{
																							instancePath: instancePath + "/forecast/uncounted",
																							schemaPath: "#/properties/forecast/properties/uncounted/minimum",
																							keyword: "minimum",
																							params: {
																								comparison: ">=",
																								limit: 0
																							},
																							message: "must be >= 0"
																						}];
																						return false;
																					}
																				}
																				var valid45 = true;
																			} else var valid45 = true;
																		}
																	}
																}
															}
														}
													} else {
														validate0.errors = [{
															instancePath: instancePath + "/forecast",
															schemaPath: "#/properties/forecast/type",
															keyword: "type",
															params: { type: "object" },
															message: "must be object"
														}];
														return false;
													}
													var valid0 = true;
												} else var valid0 = true;
												if (valid0) {
													if (data.signature !== void 0) {
														let data153 = data.signature;
														if (typeof data153 === "string") {
															if (!pattern12.test(data153)) {
																validate0.errors = [{
																	instancePath: instancePath + "/signature",
																	schemaPath: "#/properties/signature/pattern",
																	keyword: "pattern",
																	params: { pattern: "^hmac-sha256:[0-9a-f]{64}$" },
																	message: "must match pattern \"^hmac-sha256:[0-9a-f]{64}$\""
																}];
																return false;
															}
														} else {
															validate0.errors = [{
																instancePath: instancePath + "/signature",
																schemaPath: "#/properties/signature/type",
																keyword: "type",
																params: { type: "string" },
																message: "must be string"
															}];
															return false;
														}
														var valid0 = true;
													} else var valid0 = true;
												}
											}
										}
									}
								}
							}
						}
					}
				}
			}
		}
	} else {
		validate0.errors = [{
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object"
		}];
		return false;
	}
	validate0.errors = vErrors;
	return true;
}
validate0.evaluated = {
	"props": true,
	"dynamicProps": false,
	"dynamicItems": false
};
const check1 = validate1;
const schema1 = {
	"$schema": "https://json-schema.org/draft/2020-12/schema",
	"$id": "storysync.rollout/1",
	"title": "storysync rollout",
	"description": "How far changes have come: rollout.json on the state branch. Only storysync writes it. Delete it and each ring passes anew, by what is recorded of its destinations.",
	"type": "object",
	"additionalProperties": false,
	"required": [
		"format",
		"passings",
		"overrides",
		"counter",
		"digest"
	],
	"properties": {
		"format": {
			"description": "Name and version of this format.",
			"const": "storysync.rollout/1"
		},
		"passings": {
			"description": "What passed which ring, by story key.",
			"type": "object",
			"additionalProperties": {
				"description": "Contents of the story that passed a ring, by hash; the newest of them are kept.",
				"type": "object",
				"additionalProperties": {
					"description": "When each ring passed for the content, by name of the ring.",
					"type": "object",
					"additionalProperties": {
						"description": "ISO 8601 time. Written once; of two the earlier counts.",
						"type": "string",
						"pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{3}Z$"
					},
					"propertyNames": {
						"description": "Name of the ring in the manifest.",
						"type": "string",
						"pattern": "^[a-z0-9][a-z0-9_.-]{0,62}$"
					},
					"maxProperties": 50
				},
				"propertyNames": {
					"description": "A hash.",
					"type": "string",
					"pattern": "^sha256:[0-9a-f]{64}$"
				},
				"maxProperties": 20
			},
			"propertyNames": {
				"description": "Key of the story in the manifest.",
				"type": "string",
				"pattern": "^[a-z0-9][a-z0-9_.-]{0,62}$"
			},
			"maxProperties": 5e3
		},
		"overrides": {
			"description": "The last overrides, oldest first.",
			"type": "array",
			"items": {
				"description": "A run that a person let pass over the rollout.",
				"type": "object",
				"additionalProperties": false,
				"required": [
					"digest",
					"reason",
					"at",
					"commit"
				],
				"properties": {
					"digest": {
						"description": "Of the plan that was seen before.",
						"type": "string",
						"pattern": "^sha256:[0-9a-f]{64}$"
					},
					"reason": {
						"description": "Why, on one line.",
						"type": "string",
						"maxLength": 300
					},
					"at": {
						"description": "When, ISO 8601.",
						"type": "string",
						"pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{3}Z$"
					},
					"commit": {
						"description": "Commit that was synced; null when the work tree was not clean.",
						"type": ["string", "null"],
						"pattern": "^[0-9a-f]{7,64}$"
					}
				}
			},
			"maxItems": 20
		},
		"counter": {
			"description": "Grows with each version of the file, so that a signed older one does not pass for the newest.",
			"type": "integer",
			"minimum": 1,
			"maximum": 9007199254740991
		},
		"digest": {
			"description": "Covers all but the signature: tells a change by hand.",
			"type": "string",
			"pattern": "^sha256:[0-9a-f]{64}$"
		},
		"signature": {
			"description": "By whom the file was made: an HMAC-SHA256 under the state key. Absent without a key.",
			"type": "string"
		}
	}
};
const pattern16 = new RegExp("^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{3}Z$", "u");
const func5 = require_ucs2length().default;
function validate1(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	let errors = 0;
	const evaluated0 = validate1.evaluated;
	if (evaluated0.dynamicProps) evaluated0.props = void 0;
	if (evaluated0.dynamicItems) evaluated0.items = void 0;
	if (errors === 0) {
		if (data && typeof data == "object" && !Array.isArray(data)) {
			let missing0;
			if (data.format === void 0 && (missing0 = "format") || data.passings === void 0 && (missing0 = "passings") || data.overrides === void 0 && (missing0 = "overrides") || data.counter === void 0 && (missing0 = "counter") || data.digest === void 0 && (missing0 = "digest")) {
				validate1.errors = [{
					instancePath,
					schemaPath: "#/required",
					keyword: "required",
					params: { missingProperty: missing0 },
					message: "must have required property '" + missing0 + "'"
				}];
				return false;
			} else {
				const _errs1 = errors;
				for (const key0 in data) if (!(key0 === "format" || key0 === "passings" || key0 === "overrides" || key0 === "counter" || key0 === "digest" || key0 === "signature")) {
					validate1.errors = [{
						instancePath,
						schemaPath: "#/additionalProperties",
						keyword: "additionalProperties",
						params: { additionalProperty: key0 },
						message: "must NOT have additional properties"
					}];
					return false;
				}
				if (_errs1 === errors) {
					if (data.format !== void 0) {
						const _errs2 = errors;
						if ("storysync.rollout/1" !== data.format) {
							validate1.errors = [{
								instancePath: instancePath + "/format",
								schemaPath: "#/properties/format/const",
								keyword: "const",
								params: { allowedValue: "storysync.rollout/1" },
								message: "must be equal to constant"
							}];
							return false;
						}
						var valid0 = _errs2 === errors;
					} else var valid0 = true;
					if (valid0) {
						if (data.passings !== void 0) {
							let data1 = data.passings;
							const _errs3 = errors;
							if (errors === _errs3) {
								if (data1 && typeof data1 == "object" && !Array.isArray(data1)) {
									if (Object.keys(data1).length > 5e3) {
										validate1.errors = [{
											instancePath: instancePath + "/passings",
											schemaPath: "#/properties/passings/maxProperties",
											keyword: "maxProperties",
											params: { limit: 5e3 },
											message: "must NOT have more than 5000 properties"
										}];
										return false;
									} else {
										for (const key1 in data1) {
											const _errs5 = errors;
											if (errors === _errs5) {
												if (typeof key1 === "string") {
													if (!pattern2.test(key1)) {
														const err0 = {
															instancePath: instancePath + "/passings",
															schemaPath: "#/properties/passings/propertyNames/pattern",
															keyword: "pattern",
															params: { pattern: "^[a-z0-9][a-z0-9_.-]{0,62}$" },
															message: "must match pattern \"^[a-z0-9][a-z0-9_.-]{0,62}$\"",
															propertyName: key1
														};
														if (vErrors === null) vErrors = [err0];
														else vErrors.push(err0);
														errors++;
													}
												} else {
													const err1 = {
														instancePath: instancePath + "/passings",
														schemaPath: "#/properties/passings/propertyNames/type",
														keyword: "type",
														params: { type: "string" },
														message: "must be string",
														propertyName: key1
													};
													if (vErrors === null) vErrors = [err1];
													else vErrors.push(err1);
													errors++;
												}
											}
											var valid1 = _errs5 === errors;
											if (!valid1) {
												const err2 = {
													instancePath: instancePath + "/passings",
													schemaPath: "#/properties/passings/propertyNames",
													keyword: "propertyNames",
													params: { propertyName: key1 },
													message: "property name must be valid"
												};
												if (vErrors === null) vErrors = [err2];
												else vErrors.push(err2);
												errors++;
												validate1.errors = vErrors;
												return false;
											}
										}
										if (valid1) for (const key2 in data1) {
											let data2 = data1[key2];
											const _errs8 = errors;
											if (errors === _errs8) {
												if (data2 && typeof data2 == "object" && !Array.isArray(data2)) {
													if (Object.keys(data2).length > 20) {
														validate1.errors = [{
															instancePath: instancePath + "/passings/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),
															schemaPath: "#/properties/passings/additionalProperties/maxProperties",
															keyword: "maxProperties",
															params: { limit: 20 },
															message: "must NOT have more than 20 properties"
														}];
														return false;
													} else {
														for (const key3 in data2) {
															const _errs10 = errors;
															if (errors === _errs10) {
																if (typeof key3 === "string") {
																	if (!pattern0.test(key3)) {
																		const err3 = {
																			instancePath: instancePath + "/passings/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),
																			schemaPath: "#/properties/passings/additionalProperties/propertyNames/pattern",
																			keyword: "pattern",
																			params: { pattern: "^sha256:[0-9a-f]{64}$" },
																			message: "must match pattern \"^sha256:[0-9a-f]{64}$\"",
																			propertyName: key3
																		};
																		if (vErrors === null) vErrors = [err3];
																		else vErrors.push(err3);
																		errors++;
																	}
																} else {
																	const err4 = {
																		instancePath: instancePath + "/passings/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),
																		schemaPath: "#/properties/passings/additionalProperties/propertyNames/type",
																		keyword: "type",
																		params: { type: "string" },
																		message: "must be string",
																		propertyName: key3
																	};
																	if (vErrors === null) vErrors = [err4];
																	else vErrors.push(err4);
																	errors++;
																}
															}
															var valid3 = _errs10 === errors;
															if (!valid3) {
																const err5 = {
																	instancePath: instancePath + "/passings/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),
																	schemaPath: "#/properties/passings/additionalProperties/propertyNames",
																	keyword: "propertyNames",
																	params: { propertyName: key3 },
																	message: "property name must be valid"
																};
																if (vErrors === null) vErrors = [err5];
																else vErrors.push(err5);
																errors++;
																validate1.errors = vErrors;
																return false;
															}
														}
														if (valid3) for (const key4 in data2) {
															let data3 = data2[key4];
															const _errs13 = errors;
															if (errors === _errs13) {
																if (data3 && typeof data3 == "object" && !Array.isArray(data3)) {
																	if (Object.keys(data3).length > 50) {
																		validate1.errors = [{
																			instancePath: instancePath + "/passings/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"),
																			schemaPath: "#/properties/passings/additionalProperties/additionalProperties/maxProperties",
																			keyword: "maxProperties",
																			params: { limit: 50 },
																			message: "must NOT have more than 50 properties"
																		}];
																		return false;
																	} else {
																		for (const key5 in data3) {
																			const _errs15 = errors;
																			if (errors === _errs15) {
																				if (typeof key5 === "string") {
																					if (!pattern2.test(key5)) {
																						const err6 = {
																							instancePath: instancePath + "/passings/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"),
																							schemaPath: "#/properties/passings/additionalProperties/additionalProperties/propertyNames/pattern",
																							keyword: "pattern",
																							params: { pattern: "^[a-z0-9][a-z0-9_.-]{0,62}$" },
																							message: "must match pattern \"^[a-z0-9][a-z0-9_.-]{0,62}$\"",
																							propertyName: key5
																						};
																						if (vErrors === null) vErrors = [err6];
																						else vErrors.push(err6);
																						errors++;
																					}
																				} else {
																					const err7 = {
																						instancePath: instancePath + "/passings/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"),
																						schemaPath: "#/properties/passings/additionalProperties/additionalProperties/propertyNames/type",
																						keyword: "type",
																						params: { type: "string" },
																						message: "must be string",
																						propertyName: key5
																					};
																					if (vErrors === null) vErrors = [err7];
																					else vErrors.push(err7);
																					errors++;
																				}
																			}
																			var valid5 = _errs15 === errors;
																			if (!valid5) {
																				const err8 = {
																					instancePath: instancePath + "/passings/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"),
																					schemaPath: "#/properties/passings/additionalProperties/additionalProperties/propertyNames",
																					keyword: "propertyNames",
																					params: { propertyName: key5 },
																					message: "property name must be valid"
																				};
																				if (vErrors === null) vErrors = [err8];
																				else vErrors.push(err8);
																				errors++;
																				validate1.errors = vErrors;
																				return false;
																			}
																		}
																		if (valid5) for (const key6 in data3) {
																			let data4 = data3[key6];
																			const _errs18 = errors;
																			if (errors === _errs18) {
																				if (typeof data4 === "string") {
																					if (!pattern16.test(data4)) {
																						validate1.errors = [{
																							instancePath: instancePath + "/passings/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/" + key6.replace(/~/g, "~0").replace(/\//g, "~1"),
																							schemaPath: "#/properties/passings/additionalProperties/additionalProperties/additionalProperties/pattern",
																							keyword: "pattern",
																							params: { pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{3}Z$" },
																							message: "must match pattern \"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{3}Z$\""
																						}];
																						return false;
																					}
																				} else {
																					validate1.errors = [{
																						instancePath: instancePath + "/passings/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/" + key6.replace(/~/g, "~0").replace(/\//g, "~1"),
																						schemaPath: "#/properties/passings/additionalProperties/additionalProperties/additionalProperties/type",
																						keyword: "type",
																						params: { type: "string" },
																						message: "must be string"
																					}];
																					return false;
																				}
																			}
																			if (!(_errs18 === errors)) break;
																		}
																	}
																} else {
																	validate1.errors = [{
																		instancePath: instancePath + "/passings/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"),
																		schemaPath: "#/properties/passings/additionalProperties/additionalProperties/type",
																		keyword: "type",
																		params: { type: "object" },
																		message: "must be object"
																	}];
																	return false;
																}
															}
															if (!(_errs13 === errors)) break;
														}
													}
												} else {
													validate1.errors = [{
														instancePath: instancePath + "/passings/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),
														schemaPath: "#/properties/passings/additionalProperties/type",
														keyword: "type",
														params: { type: "object" },
														message: "must be object"
													}];
													return false;
												}
											}
											if (!(_errs8 === errors)) break;
										}
									}
								} else {
									validate1.errors = [{
										instancePath: instancePath + "/passings",
										schemaPath: "#/properties/passings/type",
										keyword: "type",
										params: { type: "object" },
										message: "must be object"
									}];
									return false;
								}
							}
							var valid0 = _errs3 === errors;
						} else var valid0 = true;
						if (valid0) {
							if (data.overrides !== void 0) {
								let data5 = data.overrides;
								const _errs20 = errors;
								if (errors === _errs20) {
									if (Array.isArray(data5)) {
										if (data5.length > 20) {
											validate1.errors = [{
												instancePath: instancePath + "/overrides",
												schemaPath: "#/properties/overrides/maxItems",
												keyword: "maxItems",
												params: { limit: 20 },
												message: "must NOT have more than 20 items"
											}];
											return false;
										} else {
											const len0 = data5.length;
											for (let i0 = 0; i0 < len0; i0++) {
												let data6 = data5[i0];
												const _errs22 = errors;
												if (errors === _errs22) {
													if (data6 && typeof data6 == "object" && !Array.isArray(data6)) {
														let missing1;
														if (data6.digest === void 0 && (missing1 = "digest") || data6.reason === void 0 && (missing1 = "reason") || data6.at === void 0 && (missing1 = "at") || data6.commit === void 0 && (missing1 = "commit")) {
															validate1.errors = [{
																instancePath: instancePath + "/overrides/" + i0,
																schemaPath: "#/properties/overrides/items/required",
																keyword: "required",
																params: { missingProperty: missing1 },
																message: "must have required property '" + missing1 + "'"
															}];
															return false;
														} else {
															const _errs24 = errors;
															for (const key7 in data6) if (!(key7 === "digest" || key7 === "reason" || key7 === "at" || key7 === "commit")) {
																validate1.errors = [{
																	instancePath: instancePath + "/overrides/" + i0,
																	schemaPath: "#/properties/overrides/items/additionalProperties",
																	keyword: "additionalProperties",
																	params: { additionalProperty: key7 },
																	message: "must NOT have additional properties"
																}];
																return false;
															}
															if (_errs24 === errors) {
																if (data6.digest !== void 0) {
																	let data7 = data6.digest;
																	const _errs25 = errors;
																	if (errors === _errs25) {
																		if (typeof data7 === "string") {
																			if (!pattern0.test(data7)) {
																				validate1.errors = [{
																					instancePath: instancePath + "/overrides/" + i0 + "/digest",
																					schemaPath: "#/properties/overrides/items/properties/digest/pattern",
																					keyword: "pattern",
																					params: { pattern: "^sha256:[0-9a-f]{64}$" },
																					message: "must match pattern \"^sha256:[0-9a-f]{64}$\""
																				}];
																				return false;
																			}
																		} else {
																			validate1.errors = [{
																				instancePath: instancePath + "/overrides/" + i0 + "/digest",
																				schemaPath: "#/properties/overrides/items/properties/digest/type",
																				keyword: "type",
																				params: { type: "string" },
																				message: "must be string"
																			}];
																			return false;
																		}
																	}
																	var valid8 = _errs25 === errors;
																} else var valid8 = true;
																if (valid8) {
																	if (data6.reason !== void 0) {
																		let data8 = data6.reason;
																		const _errs27 = errors;
																		if (errors === _errs27) {
																			if (typeof data8 === "string") {
																				if (func5(data8) > 300) {
																					validate1.errors = [{
																						instancePath: instancePath + "/overrides/" + i0 + "/reason",
																						schemaPath: "#/properties/overrides/items/properties/reason/maxLength",
																						keyword: "maxLength",
																						params: { limit: 300 },
																						message: "must NOT have more than 300 characters"
																					}];
																					return false;
																				}
																			} else {
																				validate1.errors = [{
																					instancePath: instancePath + "/overrides/" + i0 + "/reason",
																					schemaPath: "#/properties/overrides/items/properties/reason/type",
																					keyword: "type",
																					params: { type: "string" },
																					message: "must be string"
																				}];
																				return false;
																			}
																		}
																		var valid8 = _errs27 === errors;
																	} else var valid8 = true;
																	if (valid8) {
																		if (data6.at !== void 0) {
																			let data9 = data6.at;
																			const _errs29 = errors;
																			if (errors === _errs29) {
																				if (typeof data9 === "string") {
																					if (!pattern16.test(data9)) {
																						validate1.errors = [{
																							instancePath: instancePath + "/overrides/" + i0 + "/at",
																							schemaPath: "#/properties/overrides/items/properties/at/pattern",
																							keyword: "pattern",
																							params: { pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{3}Z$" },
																							message: "must match pattern \"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{3}Z$\""
																						}];
																						return false;
																					}
																				} else {
																					validate1.errors = [{
																						instancePath: instancePath + "/overrides/" + i0 + "/at",
																						schemaPath: "#/properties/overrides/items/properties/at/type",
																						keyword: "type",
																						params: { type: "string" },
																						message: "must be string"
																					}];
																					return false;
																				}
																			}
																			var valid8 = _errs29 === errors;
																		} else var valid8 = true;
																		if (valid8) {
																			if (data6.commit !== void 0) {
																				let data10 = data6.commit;
																				const _errs31 = errors;
																				if (typeof data10 !== "string" && data10 !== null) {
																					validate1.errors = [{
																						instancePath: instancePath + "/overrides/" + i0 + "/commit",
																						schemaPath: "#/properties/overrides/items/properties/commit/type",
																						keyword: "type",
																						params: { type: schema1.properties.overrides.items.properties.commit.type },
																						message: "must be string,null"
																					}];
																					return false;
																				}
																				if (errors === _errs31) {
																					if (typeof data10 === "string") {
																						if (!pattern1.test(data10)) {
																							validate1.errors = [{
																								instancePath: instancePath + "/overrides/" + i0 + "/commit",
																								schemaPath: "#/properties/overrides/items/properties/commit/pattern",
																								keyword: "pattern",
																								params: { pattern: "^[0-9a-f]{7,64}$" },
																								message: "must match pattern \"^[0-9a-f]{7,64}$\""
																							}];
																							return false;
																						}
																					}
																				}
																				var valid8 = _errs31 === errors;
																			} else var valid8 = true;
																		}
																	}
																}
															}
														}
													} else {
														validate1.errors = [{
															instancePath: instancePath + "/overrides/" + i0,
															schemaPath: "#/properties/overrides/items/type",
															keyword: "type",
															params: { type: "object" },
															message: "must be object"
														}];
														return false;
													}
												}
												if (!(_errs22 === errors)) break;
											}
										}
									} else {
										validate1.errors = [{
											instancePath: instancePath + "/overrides",
											schemaPath: "#/properties/overrides/type",
											keyword: "type",
											params: { type: "array" },
											message: "must be array"
										}];
										return false;
									}
								}
								var valid0 = _errs20 === errors;
							} else var valid0 = true;
							if (valid0) {
								if (data.counter !== void 0) {
									let data11 = data.counter;
									const _errs33 = errors;
									if (!(typeof data11 == "number" && !(data11 % 1) && !isNaN(data11) && isFinite(data11))) {
										validate1.errors = [{
											instancePath: instancePath + "/counter",
											schemaPath: "#/properties/counter/type",
											keyword: "type",
											params: { type: "integer" },
											message: "must be integer"
										}];
										return false;
									}
									if (errors === _errs33) {
										if (typeof data11 == "number" && isFinite(data11)) {
											if (data11 > 9007199254740991 || isNaN(data11)) {
												validate1.errors = [{
													instancePath: instancePath + "/counter",
													schemaPath: "#/properties/counter/maximum",
													keyword: "maximum",
													params: {
														comparison: "<=",
														limit: 9007199254740991
													},
													message: "must be <= 9007199254740991"
												}];
												return false;
											} else if (data11 < 1 || isNaN(data11)) {
												validate1.errors = [{
													instancePath: instancePath + "/counter",
													schemaPath: "#/properties/counter/minimum",
													keyword: "minimum",
													params: {
														comparison: ">=",
														limit: 1
													},
													message: "must be >= 1"
												}];
												return false;
											}
										}
									}
									var valid0 = _errs33 === errors;
								} else var valid0 = true;
								if (valid0) {
									if (data.digest !== void 0) {
										let data12 = data.digest;
										const _errs35 = errors;
										if (errors === _errs35) {
											if (typeof data12 === "string") {
												if (!pattern0.test(data12)) {
													validate1.errors = [{
														instancePath: instancePath + "/digest",
														schemaPath: "#/properties/digest/pattern",
														keyword: "pattern",
														params: { pattern: "^sha256:[0-9a-f]{64}$" },
														message: "must match pattern \"^sha256:[0-9a-f]{64}$\""
													}];
													return false;
												}
											} else {
												validate1.errors = [{
													instancePath: instancePath + "/digest",
													schemaPath: "#/properties/digest/type",
													keyword: "type",
													params: { type: "string" },
													message: "must be string"
												}];
												return false;
											}
										}
										var valid0 = _errs35 === errors;
									} else var valid0 = true;
									if (valid0) {
										if (data.signature !== void 0) {
											const _errs37 = errors;
											if (typeof data.signature !== "string") {
												validate1.errors = [{
													instancePath: instancePath + "/signature",
													schemaPath: "#/properties/signature/type",
													keyword: "type",
													params: { type: "string" },
													message: "must be string"
												}];
												return false;
											}
											var valid0 = _errs37 === errors;
										} else var valid0 = true;
									}
								}
							}
						}
					}
				}
			}
		} else {
			validate1.errors = [{
				instancePath,
				schemaPath: "#/type",
				keyword: "type",
				params: { type: "object" },
				message: "must be object"
			}];
			return false;
		}
	}
	validate1.errors = vErrors;
	return errors === 0;
}
validate1.evaluated = {
	"props": true,
	"dynamicProps": false,
	"dynamicItems": false
};
const check2 = validate2;
const schema2 = {
	"$schema": "https://json-schema.org/draft/2020-12/schema",
	"$id": "storysync.state/2",
	"title": "storysync state",
	"description": "The recorded state of one destination: destinations/<name>.json on the state branch. A cache that only storysync writes. Delete it and the next run is slower, not wrong.",
	"type": "object",
	"additionalProperties": false,
	"required": [
		"format",
		"destination",
		"destination_tenant_url",
		"destination_team_id",
		"stories",
		"record_types",
		"counter",
		"digest"
	],
	"properties": {
		"format": {
			"description": "Name and version of this format.",
			"const": "storysync.state/2"
		},
		"destination": {
			"description": "Name of the destination in the manifest.",
			"type": "string"
		},
		"destination_tenant_url": {
			"description": "Address of its tenant.",
			"type": "string"
		},
		"destination_team_id": {
			"description": "Its team.",
			"type": "integer",
			"minimum": 1,
			"maximum": 9007199254740991
		},
		"stories": {
			"description": "What was pushed, by story key.",
			"type": "object",
			"additionalProperties": {
				"description": "A story that was pushed, as it was read back.",
				"type": "object",
				"additionalProperties": false,
				"required": [
					"destination_story_id",
					"name",
					"stamp",
					"pushed",
					"equal",
					"observed",
					"edited_at",
					"actions",
					"tags",
					"status",
					"reason",
					"error_message",
					"synced_at"
				],
				"properties": {
					"destination_story_id": {
						"description": "Its id at the destination.",
						"type": "integer",
						"minimum": 1,
						"maximum": 9007199254740991
					},
					"name": {
						"description": "Its name there.",
						"type": "string"
					},
					"stamp": {
						"description": "How the tenant stored our lineage stamp.",
						"type": "string"
					},
					"pushed": {
						"description": "Hash of the story as it stood in git when it was pushed.",
						"type": "string"
					},
					"equal": {
						"description": "Hashes of the contents that it was read back equal to, oldest first.",
						"type": "array",
						"items": {
							"description": "A hash.",
							"type": "string"
						}
					},
					"observed": {
						"description": "Fingerprint of each part that was read back after the push.",
						"type": "object",
						"additionalProperties": {
							"description": "A fingerprint.",
							"type": "string"
						}
					},
					"edited_at": {
						"description": "The tenant's stamp of the last edit, read after our last write.",
						"type": "string"
					},
					"actions": {
						"description": "Guid in git to guid at the destination, for webhooks and pages.",
						"type": "object",
						"additionalProperties": {
							"description": "A guid.",
							"type": "string"
						}
					},
					"tags": {
						"description": "Tags that we set; only these are taken away again.",
						"type": "array",
						"items": {
							"description": "A tag.",
							"type": "string"
						}
					},
					"status": {
						"description": "What the last push came to.",
						"type": "string",
						"enum": [
							"synced",
							"failed",
							"requires_sync"
						]
					},
					"reason": {
						"description": "Why it has this status; null when it is simply in sync.",
						"type": ["string", "null"],
						"enum": [
							"new",
							"content_changed",
							"drift",
							"renamed",
							"recreated",
							"forced",
							"detached",
							"manual_sync_only",
							"not_ours",
							"ambiguous_name",
							"missing_prerequisite",
							"change_control",
							"ingress_ambiguous",
							"missing_key",
							"unauthorized",
							"unreachable",
							"unreadable",
							"rejected",
							"verify_failed",
							"plan_stale",
							"superseded",
							"awaiting_approval",
							"awaiting_ring",
							"outside_window",
							"held",
							"pinned",
							"halted",
							"not_reached",
							"internal",
							null
						]
					},
					"error_message": {
						"description": "Why it failed; null when it did not.",
						"type": ["string", "null"]
					},
					"synced_at": {
						"description": "Time of the last push, ISO 8601.",
						"type": "string"
					},
					"lineage": {
						"description": "The stamp that we sent.",
						"type": "string"
					},
					"since": {
						"description": "When it was first read back equal to what was pushed, ISO 8601; absent when it was not equal.",
						"type": "string"
					},
					"edited_at_trusted": {
						"description": "The stamp was old already when it was read: while it stands, nothing was edited.",
						"const": true
					},
					"commit": {
						"description": "Commit that was pushed, when the work tree was clean.",
						"type": "string"
					}
				}
			},
			"propertyNames": {
				"description": "Key of the story in the manifest.",
				"type": "string",
				"pattern": "^[a-z0-9][a-z0-9_.-]{0,62}$"
			}
		},
		"record_types": {
			"description": "Record types, by their name in git.",
			"type": "object",
			"additionalProperties": {
				"description": "A record type that a story of ours uses.",
				"type": "object",
				"additionalProperties": false,
				"required": ["target", "definition"],
				"properties": {
					"target": {
						"description": "Name of the type at the destination that it is mapped to.",
						"type": "string"
					},
					"definition": {
						"description": "The definition that was pushed last.",
						"type": "object",
						"additionalProperties": false,
						"required": ["name", "fields"],
						"properties": {
							"name": {
								"description": "Name of the type in git.",
								"type": "string"
							},
							"fields": {
								"description": "Its fields, without those that every type has.",
								"type": "array",
								"items": {
									"description": "A field of a record type.",
									"type": "object",
									"additionalProperties": false,
									"required": [
										"name",
										"result_type",
										"fixed_values"
									],
									"properties": {
										"name": {
											"description": "Its name.",
											"type": "string"
										},
										"result_type": {
											"description": "Its type, in the vendor's word.",
											"type": "string"
										},
										"fixed_values": {
											"description": "Allowed values; empty for every type but an enumeration.",
											"type": "array",
											"items": {
												"description": "A value.",
												"type": "string"
											}
										}
									}
								}
							}
						}
					}
				}
			}
		},
		"counter": {
			"description": "Grows with each version of the file, so that a signed older one does not pass for the newest.",
			"type": "integer",
			"minimum": 1,
			"maximum": 9007199254740991
		},
		"digest": {
			"description": "Covers all but the signature: tells a change by hand.",
			"type": "string",
			"pattern": "^sha256:[0-9a-f]{64}$"
		},
		"native": {
			"description": "What is known of the vendor's own syncing to the destination.",
			"type": "object",
			"additionalProperties": false,
			"required": [
				"vendor_id",
				"manual_sync_only",
				"key_version",
				"carried"
			],
			"properties": {
				"vendor_id": {
					"description": "Id of its sync destination; null since the push serves the destination.",
					"type": ["integer", "null"],
					"minimum": 1
				},
				"manual_sync_only": {
					"description": "Its manual_sync_only, as it was set last.",
					"type": "boolean"
				},
				"key_version": {
					"description": "Number of the key that was sent last; null where the manifest had none.",
					"type": ["integer", "null"],
					"minimum": 1
				},
				"carried": {
					"description": "Ids of the stories there that it carried, ascending.",
					"type": "array",
					"items": {
						"description": "An id.",
						"type": "integer",
						"minimum": 1,
						"maximum": 9007199254740991
					}
				},
				"enabled": {
					"description": "Those of them that were enabled when they were given back to the push, and were not seen to be so since.",
					"type": "array",
					"items": {
						"description": "An id.",
						"type": "integer",
						"minimum": 1,
						"maximum": 9007199254740991
					}
				}
			}
		},
		"last": {
			"description": "What the last run said of each story, by story key.",
			"type": "object",
			"additionalProperties": {
				"description": "What the last run said of a story. It stays as it is while every run says the same.",
				"type": "object",
				"additionalProperties": false,
				"required": [
					"status",
					"reason",
					"message",
					"at",
					"content"
				],
				"properties": {
					"status": {
						"description": "One of the vendor's three words.",
						"type": "string",
						"enum": [
							"synced",
							"failed",
							"requires_sync"
						]
					},
					"reason": {
						"description": "Why it has this status; null when it is simply in sync.",
						"type": ["string", "null"],
						"enum": [
							"new",
							"content_changed",
							"drift",
							"renamed",
							"recreated",
							"forced",
							"detached",
							"manual_sync_only",
							"not_ours",
							"ambiguous_name",
							"missing_prerequisite",
							"change_control",
							"ingress_ambiguous",
							"missing_key",
							"unauthorized",
							"unreachable",
							"unreadable",
							"rejected",
							"verify_failed",
							"plan_stale",
							"superseded",
							"awaiting_approval",
							"awaiting_ring",
							"outside_window",
							"held",
							"pinned",
							"halted",
							"not_reached",
							"internal",
							null
						]
					},
					"message": {
						"description": "What happened.",
						"type": ["string", "null"]
					},
					"at": {
						"description": "Since when it is so, ISO 8601.",
						"type": "string"
					},
					"content": {
						"description": "Hash of the story in git that it was said of.",
						"type": "string"
					},
					"hint": {
						"description": "What the reader could do about it.",
						"type": "string"
					},
					"commit": {
						"description": "Commit of the run that found it so, when the work tree was clean.",
						"type": "string"
					},
					"detached_there": {
						"description": "The destination took the story out of sync itself, with the tag.",
						"const": true
					},
					"failing": {
						"description": "It waits for something else by now, but failed before and was not in sync since.",
						"const": true
					}
				}
			},
			"propertyNames": {
				"description": "Key of the story in the manifest.",
				"type": "string",
				"pattern": "^[a-z0-9][a-z0-9_.-]{0,62}$"
			}
		},
		"signature": {
			"description": "By whom the file was made: an HMAC-SHA256 under the state key. Absent without a key.",
			"type": "string"
		}
	}
};
function validate2(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	let errors = 0;
	const evaluated0 = validate2.evaluated;
	if (evaluated0.dynamicProps) evaluated0.props = void 0;
	if (evaluated0.dynamicItems) evaluated0.items = void 0;
	if (errors === 0) {
		if (data && typeof data == "object" && !Array.isArray(data)) {
			let missing0;
			if (data.format === void 0 && (missing0 = "format") || data.destination === void 0 && (missing0 = "destination") || data.destination_tenant_url === void 0 && (missing0 = "destination_tenant_url") || data.destination_team_id === void 0 && (missing0 = "destination_team_id") || data.stories === void 0 && (missing0 = "stories") || data.record_types === void 0 && (missing0 = "record_types") || data.counter === void 0 && (missing0 = "counter") || data.digest === void 0 && (missing0 = "digest")) {
				validate2.errors = [{
					instancePath,
					schemaPath: "#/required",
					keyword: "required",
					params: { missingProperty: missing0 },
					message: "must have required property '" + missing0 + "'"
				}];
				return false;
			} else {
				const _errs1 = errors;
				for (const key0 in data) if (!func0.call(schema2.properties, key0)) {
					validate2.errors = [{
						instancePath,
						schemaPath: "#/additionalProperties",
						keyword: "additionalProperties",
						params: { additionalProperty: key0 },
						message: "must NOT have additional properties"
					}];
					return false;
				}
				if (_errs1 === errors) {
					if (data.format !== void 0) {
						const _errs2 = errors;
						if ("storysync.state/2" !== data.format) {
							validate2.errors = [{
								instancePath: instancePath + "/format",
								schemaPath: "#/properties/format/const",
								keyword: "const",
								params: { allowedValue: "storysync.state/2" },
								message: "must be equal to constant"
							}];
							return false;
						}
						var valid0 = _errs2 === errors;
					} else var valid0 = true;
					if (valid0) {
						if (data.destination !== void 0) {
							const _errs3 = errors;
							if (typeof data.destination !== "string") {
								validate2.errors = [{
									instancePath: instancePath + "/destination",
									schemaPath: "#/properties/destination/type",
									keyword: "type",
									params: { type: "string" },
									message: "must be string"
								}];
								return false;
							}
							var valid0 = _errs3 === errors;
						} else var valid0 = true;
						if (valid0) {
							if (data.destination_tenant_url !== void 0) {
								const _errs5 = errors;
								if (typeof data.destination_tenant_url !== "string") {
									validate2.errors = [{
										instancePath: instancePath + "/destination_tenant_url",
										schemaPath: "#/properties/destination_tenant_url/type",
										keyword: "type",
										params: { type: "string" },
										message: "must be string"
									}];
									return false;
								}
								var valid0 = _errs5 === errors;
							} else var valid0 = true;
							if (valid0) {
								if (data.destination_team_id !== void 0) {
									let data3 = data.destination_team_id;
									const _errs7 = errors;
									if (!(typeof data3 == "number" && !(data3 % 1) && !isNaN(data3) && isFinite(data3))) {
										validate2.errors = [{
											instancePath: instancePath + "/destination_team_id",
											schemaPath: "#/properties/destination_team_id/type",
											keyword: "type",
											params: { type: "integer" },
											message: "must be integer"
										}];
										return false;
									}
									if (errors === _errs7) {
										if (typeof data3 == "number" && isFinite(data3)) {
											if (data3 > 9007199254740991 || isNaN(data3)) {
												validate2.errors = [{
													instancePath: instancePath + "/destination_team_id",
													schemaPath: "#/properties/destination_team_id/maximum",
													keyword: "maximum",
													params: {
														comparison: "<=",
														limit: 9007199254740991
													},
													message: "must be <= 9007199254740991"
												}];
												return false;
											} else if (data3 < 1 || isNaN(data3)) {
												validate2.errors = [{
													instancePath: instancePath + "/destination_team_id",
													schemaPath: "#/properties/destination_team_id/minimum",
													keyword: "minimum",
													params: {
														comparison: ">=",
														limit: 1
													},
													message: "must be >= 1"
												}];
												return false;
											}
										}
									}
									var valid0 = _errs7 === errors;
								} else var valid0 = true;
								if (valid0) {
									if (data.stories !== void 0) {
										let data4 = data.stories;
										const _errs9 = errors;
										if (errors === _errs9) {
											if (data4 && typeof data4 == "object" && !Array.isArray(data4)) {
												for (const key1 in data4) {
													const _errs11 = errors;
													if (errors === _errs11) {
														if (typeof key1 === "string") {
															if (!pattern2.test(key1)) {
																const err0 = {
																	instancePath: instancePath + "/stories",
																	schemaPath: "#/properties/stories/propertyNames/pattern",
																	keyword: "pattern",
																	params: { pattern: "^[a-z0-9][a-z0-9_.-]{0,62}$" },
																	message: "must match pattern \"^[a-z0-9][a-z0-9_.-]{0,62}$\"",
																	propertyName: key1
																};
																if (vErrors === null) vErrors = [err0];
																else vErrors.push(err0);
																errors++;
															}
														} else {
															const err1 = {
																instancePath: instancePath + "/stories",
																schemaPath: "#/properties/stories/propertyNames/type",
																keyword: "type",
																params: { type: "string" },
																message: "must be string",
																propertyName: key1
															};
															if (vErrors === null) vErrors = [err1];
															else vErrors.push(err1);
															errors++;
														}
													}
													var valid1 = _errs11 === errors;
													if (!valid1) {
														const err2 = {
															instancePath: instancePath + "/stories",
															schemaPath: "#/properties/stories/propertyNames",
															keyword: "propertyNames",
															params: { propertyName: key1 },
															message: "property name must be valid"
														};
														if (vErrors === null) vErrors = [err2];
														else vErrors.push(err2);
														errors++;
														validate2.errors = vErrors;
														return false;
													}
												}
												if (valid1) for (const key2 in data4) {
													let data5 = data4[key2];
													const _errs14 = errors;
													if (errors === _errs14) {
														if (data5 && typeof data5 == "object" && !Array.isArray(data5)) {
															let missing1;
															if (data5.destination_story_id === void 0 && (missing1 = "destination_story_id") || data5.name === void 0 && (missing1 = "name") || data5.stamp === void 0 && (missing1 = "stamp") || data5.pushed === void 0 && (missing1 = "pushed") || data5.equal === void 0 && (missing1 = "equal") || data5.observed === void 0 && (missing1 = "observed") || data5.edited_at === void 0 && (missing1 = "edited_at") || data5.actions === void 0 && (missing1 = "actions") || data5.tags === void 0 && (missing1 = "tags") || data5.status === void 0 && (missing1 = "status") || data5.reason === void 0 && (missing1 = "reason") || data5.error_message === void 0 && (missing1 = "error_message") || data5.synced_at === void 0 && (missing1 = "synced_at")) {
																validate2.errors = [{
																	instancePath: instancePath + "/stories/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),
																	schemaPath: "#/properties/stories/additionalProperties/required",
																	keyword: "required",
																	params: { missingProperty: missing1 },
																	message: "must have required property '" + missing1 + "'"
																}];
																return false;
															} else {
																const _errs16 = errors;
																for (const key3 in data5) if (!func0.call(schema2.properties.stories.additionalProperties.properties, key3)) {
																	validate2.errors = [{
																		instancePath: instancePath + "/stories/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),
																		schemaPath: "#/properties/stories/additionalProperties/additionalProperties",
																		keyword: "additionalProperties",
																		params: { additionalProperty: key3 },
																		message: "must NOT have additional properties"
																	}];
																	return false;
																}
																if (_errs16 === errors) {
																	if (data5.destination_story_id !== void 0) {
																		let data6 = data5.destination_story_id;
																		const _errs17 = errors;
																		if (!(typeof data6 == "number" && !(data6 % 1) && !isNaN(data6) && isFinite(data6))) {
																			validate2.errors = [{
																				instancePath: instancePath + "/stories/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/destination_story_id",
																				schemaPath: "#/properties/stories/additionalProperties/properties/destination_story_id/type",
																				keyword: "type",
																				params: { type: "integer" },
																				message: "must be integer"
																			}];
																			return false;
																		}
																		if (errors === _errs17) {
																			if (typeof data6 == "number" && isFinite(data6)) {
																				if (data6 > 9007199254740991 || isNaN(data6)) {
																					validate2.errors = [{
																						instancePath: instancePath + "/stories/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/destination_story_id",
																						schemaPath: "#/properties/stories/additionalProperties/properties/destination_story_id/maximum",
																						keyword: "maximum",
																						params: {
																							comparison: "<=",
																							limit: 9007199254740991
																						},
																						message: "must be <= 9007199254740991"
																					}];
																					return false;
																				} else if (data6 < 1 || isNaN(data6)) {
																					validate2.errors = [{
																						instancePath: instancePath + "/stories/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/destination_story_id",
																						schemaPath: "#/properties/stories/additionalProperties/properties/destination_story_id/minimum",
																						keyword: "minimum",
																						params: {
																							comparison: ">=",
																							limit: 1
																						},
																						message: "must be >= 1"
																					}];
																					return false;
																				}
																			}
																		}
																		var valid3 = _errs17 === errors;
																	} else var valid3 = true;
																	if (valid3) {
																		if (data5.name !== void 0) {
																			const _errs19 = errors;
																			if (typeof data5.name !== "string") {
																				validate2.errors = [{
																					instancePath: instancePath + "/stories/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/name",
																					schemaPath: "#/properties/stories/additionalProperties/properties/name/type",
																					keyword: "type",
																					params: { type: "string" },
																					message: "must be string"
																				}];
																				return false;
																			}
																			var valid3 = _errs19 === errors;
																		} else var valid3 = true;
																		if (valid3) {
																			if (data5.stamp !== void 0) {
																				const _errs21 = errors;
																				if (typeof data5.stamp !== "string") {
																					validate2.errors = [{
																						instancePath: instancePath + "/stories/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/stamp",
																						schemaPath: "#/properties/stories/additionalProperties/properties/stamp/type",
																						keyword: "type",
																						params: { type: "string" },
																						message: "must be string"
																					}];
																					return false;
																				}
																				var valid3 = _errs21 === errors;
																			} else var valid3 = true;
																			if (valid3) {
																				if (data5.pushed !== void 0) {
																					const _errs23 = errors;
																					if (typeof data5.pushed !== "string") {
																						validate2.errors = [{
																							instancePath: instancePath + "/stories/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/pushed",
																							schemaPath: "#/properties/stories/additionalProperties/properties/pushed/type",
																							keyword: "type",
																							params: { type: "string" },
																							message: "must be string"
																						}];
																						return false;
																					}
																					var valid3 = _errs23 === errors;
																				} else var valid3 = true;
																				if (valid3) {
																					if (data5.equal !== void 0) {
																						let data10 = data5.equal;
																						const _errs25 = errors;
																						if (errors === _errs25) {
																							if (Array.isArray(data10)) {
																								const len0 = data10.length;
																								for (let i0 = 0; i0 < len0; i0++) {
																									const _errs27 = errors;
																									if (typeof data10[i0] !== "string") {
																										validate2.errors = [{
																											instancePath: instancePath + "/stories/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/equal/" + i0,
																											schemaPath: "#/properties/stories/additionalProperties/properties/equal/items/type",
																											keyword: "type",
																											params: { type: "string" },
																											message: "must be string"
																										}];
																										return false;
																									}
																									if (!(_errs27 === errors)) break;
																								}
																							} else {
																								validate2.errors = [{
																									instancePath: instancePath + "/stories/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/equal",
																									schemaPath: "#/properties/stories/additionalProperties/properties/equal/type",
																									keyword: "type",
																									params: { type: "array" },
																									message: "must be array"
																								}];
																								return false;
																							}
																						}
																						var valid3 = _errs25 === errors;
																					} else var valid3 = true;
																					if (valid3) {
																						if (data5.observed !== void 0) {
																							let data12 = data5.observed;
																							const _errs29 = errors;
																							if (errors === _errs29) {
																								if (data12 && typeof data12 == "object" && !Array.isArray(data12)) for (const key4 in data12) {
																									const _errs32 = errors;
																									if (typeof data12[key4] !== "string") {
																										validate2.errors = [{
																											instancePath: instancePath + "/stories/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/observed/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"),
																											schemaPath: "#/properties/stories/additionalProperties/properties/observed/additionalProperties/type",
																											keyword: "type",
																											params: { type: "string" },
																											message: "must be string"
																										}];
																										return false;
																									}
																									if (!(_errs32 === errors)) break;
																								}
																								else {
																									validate2.errors = [{
																										instancePath: instancePath + "/stories/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/observed",
																										schemaPath: "#/properties/stories/additionalProperties/properties/observed/type",
																										keyword: "type",
																										params: { type: "object" },
																										message: "must be object"
																									}];
																									return false;
																								}
																							}
																							var valid3 = _errs29 === errors;
																						} else var valid3 = true;
																						if (valid3) {
																							if (data5.edited_at !== void 0) {
																								const _errs34 = errors;
																								if (typeof data5.edited_at !== "string") {
																									validate2.errors = [{
																										instancePath: instancePath + "/stories/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/edited_at",
																										schemaPath: "#/properties/stories/additionalProperties/properties/edited_at/type",
																										keyword: "type",
																										params: { type: "string" },
																										message: "must be string"
																									}];
																									return false;
																								}
																								var valid3 = _errs34 === errors;
																							} else var valid3 = true;
																							if (valid3) {
																								if (data5.actions !== void 0) {
																									let data15 = data5.actions;
																									const _errs36 = errors;
																									if (errors === _errs36) {
																										if (data15 && typeof data15 == "object" && !Array.isArray(data15)) for (const key5 in data15) {
																											const _errs39 = errors;
																											if (typeof data15[key5] !== "string") {
																												validate2.errors = [{
																													instancePath: instancePath + "/stories/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/actions/" + key5.replace(/~/g, "~0").replace(/\//g, "~1"),
																													schemaPath: "#/properties/stories/additionalProperties/properties/actions/additionalProperties/type",
																													keyword: "type",
																													params: { type: "string" },
																													message: "must be string"
																												}];
																												return false;
																											}
																											if (!(_errs39 === errors)) break;
																										}
																										else {
																											validate2.errors = [{
																												instancePath: instancePath + "/stories/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/actions",
																												schemaPath: "#/properties/stories/additionalProperties/properties/actions/type",
																												keyword: "type",
																												params: { type: "object" },
																												message: "must be object"
																											}];
																											return false;
																										}
																									}
																									var valid3 = _errs36 === errors;
																								} else var valid3 = true;
																								if (valid3) {
																									if (data5.tags !== void 0) {
																										let data17 = data5.tags;
																										const _errs41 = errors;
																										if (errors === _errs41) {
																											if (Array.isArray(data17)) {
																												const len1 = data17.length;
																												for (let i1 = 0; i1 < len1; i1++) {
																													const _errs43 = errors;
																													if (typeof data17[i1] !== "string") {
																														validate2.errors = [{
																															instancePath: instancePath + "/stories/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/tags/" + i1,
																															schemaPath: "#/properties/stories/additionalProperties/properties/tags/items/type",
																															keyword: "type",
																															params: { type: "string" },
																															message: "must be string"
																														}];
																														return false;
																													}
																													if (!(_errs43 === errors)) break;
																												}
																											} else {
																												validate2.errors = [{
																													instancePath: instancePath + "/stories/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/tags",
																													schemaPath: "#/properties/stories/additionalProperties/properties/tags/type",
																													keyword: "type",
																													params: { type: "array" },
																													message: "must be array"
																												}];
																												return false;
																											}
																										}
																										var valid3 = _errs41 === errors;
																									} else var valid3 = true;
																									if (valid3) {
																										if (data5.status !== void 0) {
																											let data19 = data5.status;
																											const _errs45 = errors;
																											if (typeof data19 !== "string") {
																												validate2.errors = [{
																													instancePath: instancePath + "/stories/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/status",
																													schemaPath: "#/properties/stories/additionalProperties/properties/status/type",
																													keyword: "type",
																													params: { type: "string" },
																													message: "must be string"
																												}];
																												return false;
																											}
																											if (!(data19 === "synced" || data19 === "failed" || data19 === "requires_sync")) {
																												validate2.errors = [{
																													instancePath: instancePath + "/stories/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/status",
																													schemaPath: "#/properties/stories/additionalProperties/properties/status/enum",
																													keyword: "enum",
																													params: { allowedValues: schema2.properties.stories.additionalProperties.properties.status.enum },
																													message: "must be equal to one of the allowed values"
																												}];
																												return false;
																											}
																											var valid3 = _errs45 === errors;
																										} else var valid3 = true;
																										if (valid3) {
																											if (data5.reason !== void 0) {
																												let data20 = data5.reason;
																												const _errs47 = errors;
																												if (typeof data20 !== "string" && data20 !== null) {
																													validate2.errors = [{
																														instancePath: instancePath + "/stories/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/reason",
																														schemaPath: "#/properties/stories/additionalProperties/properties/reason/type",
																														keyword: "type",
																														params: { type: schema2.properties.stories.additionalProperties.properties.reason.type },
																														message: "must be string,null"
																													}];
																													return false;
																												}
																												if (!(data20 === "new" || data20 === "content_changed" || data20 === "drift" || data20 === "renamed" || data20 === "recreated" || data20 === "forced" || data20 === "detached" || data20 === "manual_sync_only" || data20 === "not_ours" || data20 === "ambiguous_name" || data20 === "missing_prerequisite" || data20 === "change_control" || data20 === "ingress_ambiguous" || data20 === "missing_key" || data20 === "unauthorized" || data20 === "unreachable" || data20 === "unreadable" || data20 === "rejected" || data20 === "verify_failed" || data20 === "plan_stale" || data20 === "superseded" || data20 === "awaiting_approval" || data20 === "awaiting_ring" || data20 === "outside_window" || data20 === "held" || data20 === "pinned" || data20 === "halted" || data20 === "not_reached" || data20 === "internal" || data20 === null)) {
																													validate2.errors = [{
																														instancePath: instancePath + "/stories/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/reason",
																														schemaPath: "#/properties/stories/additionalProperties/properties/reason/enum",
																														keyword: "enum",
																														params: { allowedValues: schema2.properties.stories.additionalProperties.properties.reason.enum },
																														message: "must be equal to one of the allowed values"
																													}];
																													return false;
																												}
																												var valid3 = _errs47 === errors;
																											} else var valid3 = true;
																											if (valid3) {
																												if (data5.error_message !== void 0) {
																													let data21 = data5.error_message;
																													const _errs49 = errors;
																													if (typeof data21 !== "string" && data21 !== null) {
																														validate2.errors = [{
																															instancePath: instancePath + "/stories/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/error_message",
																															schemaPath: "#/properties/stories/additionalProperties/properties/error_message/type",
																															keyword: "type",
																															params: { type: schema2.properties.stories.additionalProperties.properties.error_message.type },
																															message: "must be string,null"
																														}];
																														return false;
																													}
																													var valid3 = _errs49 === errors;
																												} else var valid3 = true;
																												if (valid3) {
																													if (data5.synced_at !== void 0) {
																														const _errs51 = errors;
																														if (typeof data5.synced_at !== "string") {
																															validate2.errors = [{
																																instancePath: instancePath + "/stories/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/synced_at",
																																schemaPath: "#/properties/stories/additionalProperties/properties/synced_at/type",
																																keyword: "type",
																																params: { type: "string" },
																																message: "must be string"
																															}];
																															return false;
																														}
																														var valid3 = _errs51 === errors;
																													} else var valid3 = true;
																													if (valid3) {
																														if (data5.lineage !== void 0) {
																															const _errs53 = errors;
																															if (typeof data5.lineage !== "string") {
																																validate2.errors = [{
																																	instancePath: instancePath + "/stories/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/lineage",
																																	schemaPath: "#/properties/stories/additionalProperties/properties/lineage/type",
																																	keyword: "type",
																																	params: { type: "string" },
																																	message: "must be string"
																																}];
																																return false;
																															}
																															var valid3 = _errs53 === errors;
																														} else var valid3 = true;
																														if (valid3) {
																															if (data5.since !== void 0) {
																																const _errs55 = errors;
																																if (typeof data5.since !== "string") {
																																	validate2.errors = [{
																																		instancePath: instancePath + "/stories/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/since",
																																		schemaPath: "#/properties/stories/additionalProperties/properties/since/type",
																																		keyword: "type",
																																		params: { type: "string" },
																																		message: "must be string"
																																	}];
																																	return false;
																																}
																																var valid3 = _errs55 === errors;
																															} else var valid3 = true;
																															if (valid3) {
																																if (data5.edited_at_trusted !== void 0) {
																																	const _errs57 = errors;
																																	if (true !== data5.edited_at_trusted) {
																																		validate2.errors = [{
																																			instancePath: instancePath + "/stories/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/edited_at_trusted",
																																			schemaPath: "#/properties/stories/additionalProperties/properties/edited_at_trusted/const",
																																			keyword: "const",
																																			params: { allowedValue: true },
																																			message: "must be equal to constant"
																																		}];
																																		return false;
																																	}
																																	var valid3 = _errs57 === errors;
																																} else var valid3 = true;
																																if (valid3) {
																																	if (data5.commit !== void 0) {
																																		const _errs58 = errors;
																																		if (typeof data5.commit !== "string") {
																																			validate2.errors = [{
																																				instancePath: instancePath + "/stories/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/commit",
																																				schemaPath: "#/properties/stories/additionalProperties/properties/commit/type",
																																				keyword: "type",
																																				params: { type: "string" },
																																				message: "must be string"
																																			}];
																																			return false;
																																		}
																																		var valid3 = _errs58 === errors;
																																	} else var valid3 = true;
																																}
																															}
																														}
																													}
																												}
																											}
																										}
																									}
																								}
																							}
																						}
																					}
																				}
																			}
																		}
																	}
																}
															}
														} else {
															validate2.errors = [{
																instancePath: instancePath + "/stories/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),
																schemaPath: "#/properties/stories/additionalProperties/type",
																keyword: "type",
																params: { type: "object" },
																message: "must be object"
															}];
															return false;
														}
													}
													if (!(_errs14 === errors)) break;
												}
											} else {
												validate2.errors = [{
													instancePath: instancePath + "/stories",
													schemaPath: "#/properties/stories/type",
													keyword: "type",
													params: { type: "object" },
													message: "must be object"
												}];
												return false;
											}
										}
										var valid0 = _errs9 === errors;
									} else var valid0 = true;
									if (valid0) {
										if (data.record_types !== void 0) {
											let data27 = data.record_types;
											const _errs60 = errors;
											if (errors === _errs60) {
												if (data27 && typeof data27 == "object" && !Array.isArray(data27)) for (const key6 in data27) {
													let data28 = data27[key6];
													const _errs63 = errors;
													if (errors === _errs63) {
														if (data28 && typeof data28 == "object" && !Array.isArray(data28)) {
															let missing2;
															if (data28.target === void 0 && (missing2 = "target") || data28.definition === void 0 && (missing2 = "definition")) {
																validate2.errors = [{
																	instancePath: instancePath + "/record_types/" + key6.replace(/~/g, "~0").replace(/\//g, "~1"),
																	schemaPath: "#/properties/record_types/additionalProperties/required",
																	keyword: "required",
																	params: { missingProperty: missing2 },
																	message: "must have required property '" + missing2 + "'"
																}];
																return false;
															} else {
																const _errs65 = errors;
																for (const key7 in data28) if (!(key7 === "target" || key7 === "definition")) {
																	validate2.errors = [{
																		instancePath: instancePath + "/record_types/" + key6.replace(/~/g, "~0").replace(/\//g, "~1"),
																		schemaPath: "#/properties/record_types/additionalProperties/additionalProperties",
																		keyword: "additionalProperties",
																		params: { additionalProperty: key7 },
																		message: "must NOT have additional properties"
																	}];
																	return false;
																}
																if (_errs65 === errors) {
																	if (data28.target !== void 0) {
																		const _errs66 = errors;
																		if (typeof data28.target !== "string") {
																			validate2.errors = [{
																				instancePath: instancePath + "/record_types/" + key6.replace(/~/g, "~0").replace(/\//g, "~1") + "/target",
																				schemaPath: "#/properties/record_types/additionalProperties/properties/target/type",
																				keyword: "type",
																				params: { type: "string" },
																				message: "must be string"
																			}];
																			return false;
																		}
																		var valid9 = _errs66 === errors;
																	} else var valid9 = true;
																	if (valid9) {
																		if (data28.definition !== void 0) {
																			let data30 = data28.definition;
																			const _errs68 = errors;
																			if (errors === _errs68) {
																				if (data30 && typeof data30 == "object" && !Array.isArray(data30)) {
																					let missing3;
																					if (data30.name === void 0 && (missing3 = "name") || data30.fields === void 0 && (missing3 = "fields")) {
																						validate2.errors = [{
																							instancePath: instancePath + "/record_types/" + key6.replace(/~/g, "~0").replace(/\//g, "~1") + "/definition",
																							schemaPath: "#/properties/record_types/additionalProperties/properties/definition/required",
																							keyword: "required",
																							params: { missingProperty: missing3 },
																							message: "must have required property '" + missing3 + "'"
																						}];
																						return false;
																					} else {
																						const _errs70 = errors;
																						for (const key8 in data30) if (!(key8 === "name" || key8 === "fields")) {
																							validate2.errors = [{
																								instancePath: instancePath + "/record_types/" + key6.replace(/~/g, "~0").replace(/\//g, "~1") + "/definition",
																								schemaPath: "#/properties/record_types/additionalProperties/properties/definition/additionalProperties",
																								keyword: "additionalProperties",
																								params: { additionalProperty: key8 },
																								message: "must NOT have additional properties"
																							}];
																							return false;
																						}
																						if (_errs70 === errors) {
																							if (data30.name !== void 0) {
																								const _errs71 = errors;
																								if (typeof data30.name !== "string") {
																									validate2.errors = [{
																										instancePath: instancePath + "/record_types/" + key6.replace(/~/g, "~0").replace(/\//g, "~1") + "/definition/name",
																										schemaPath: "#/properties/record_types/additionalProperties/properties/definition/properties/name/type",
																										keyword: "type",
																										params: { type: "string" },
																										message: "must be string"
																									}];
																									return false;
																								}
																								var valid10 = _errs71 === errors;
																							} else var valid10 = true;
																							if (valid10) {
																								if (data30.fields !== void 0) {
																									let data32 = data30.fields;
																									const _errs73 = errors;
																									if (errors === _errs73) {
																										if (Array.isArray(data32)) {
																											const len2 = data32.length;
																											for (let i2 = 0; i2 < len2; i2++) {
																												let data33 = data32[i2];
																												const _errs75 = errors;
																												if (errors === _errs75) {
																													if (data33 && typeof data33 == "object" && !Array.isArray(data33)) {
																														let missing4;
																														if (data33.name === void 0 && (missing4 = "name") || data33.result_type === void 0 && (missing4 = "result_type") || data33.fixed_values === void 0 && (missing4 = "fixed_values")) {
																															validate2.errors = [{
																																instancePath: instancePath + "/record_types/" + key6.replace(/~/g, "~0").replace(/\//g, "~1") + "/definition/fields/" + i2,
																																schemaPath: "#/properties/record_types/additionalProperties/properties/definition/properties/fields/items/required",
																																keyword: "required",
																																params: { missingProperty: missing4 },
																																message: "must have required property '" + missing4 + "'"
																															}];
																															return false;
																														} else {
																															const _errs77 = errors;
																															for (const key9 in data33) if (!(key9 === "name" || key9 === "result_type" || key9 === "fixed_values")) {
																																validate2.errors = [{
																																	instancePath: instancePath + "/record_types/" + key6.replace(/~/g, "~0").replace(/\//g, "~1") + "/definition/fields/" + i2,
																																	schemaPath: "#/properties/record_types/additionalProperties/properties/definition/properties/fields/items/additionalProperties",
																																	keyword: "additionalProperties",
																																	params: { additionalProperty: key9 },
																																	message: "must NOT have additional properties"
																																}];
																																return false;
																															}
																															if (_errs77 === errors) {
																																if (data33.name !== void 0) {
																																	const _errs78 = errors;
																																	if (typeof data33.name !== "string") {
																																		validate2.errors = [{
																																			instancePath: instancePath + "/record_types/" + key6.replace(/~/g, "~0").replace(/\//g, "~1") + "/definition/fields/" + i2 + "/name",
																																			schemaPath: "#/properties/record_types/additionalProperties/properties/definition/properties/fields/items/properties/name/type",
																																			keyword: "type",
																																			params: { type: "string" },
																																			message: "must be string"
																																		}];
																																		return false;
																																	}
																																	var valid12 = _errs78 === errors;
																																} else var valid12 = true;
																																if (valid12) {
																																	if (data33.result_type !== void 0) {
																																		const _errs80 = errors;
																																		if (typeof data33.result_type !== "string") {
																																			validate2.errors = [{
																																				instancePath: instancePath + "/record_types/" + key6.replace(/~/g, "~0").replace(/\//g, "~1") + "/definition/fields/" + i2 + "/result_type",
																																				schemaPath: "#/properties/record_types/additionalProperties/properties/definition/properties/fields/items/properties/result_type/type",
																																				keyword: "type",
																																				params: { type: "string" },
																																				message: "must be string"
																																			}];
																																			return false;
																																		}
																																		var valid12 = _errs80 === errors;
																																	} else var valid12 = true;
																																	if (valid12) {
																																		if (data33.fixed_values !== void 0) {
																																			let data36 = data33.fixed_values;
																																			const _errs82 = errors;
																																			if (errors === _errs82) {
																																				if (Array.isArray(data36)) {
																																					const len3 = data36.length;
																																					for (let i3 = 0; i3 < len3; i3++) {
																																						const _errs84 = errors;
																																						if (typeof data36[i3] !== "string") {
																																							validate2.errors = [{
																																								instancePath: instancePath + "/record_types/" + key6.replace(/~/g, "~0").replace(/\//g, "~1") + "/definition/fields/" + i2 + "/fixed_values/" + i3,
																																								schemaPath: "#/properties/record_types/additionalProperties/properties/definition/properties/fields/items/properties/fixed_values/items/type",
																																								keyword: "type",
																																								params: { type: "string" },
																																								message: "must be string"
																																							}];
																																							return false;
																																						}
																																						if (!(_errs84 === errors)) break;
																																					}
																																				} else {
																																					validate2.errors = [{
																																						instancePath: instancePath + "/record_types/" + key6.replace(/~/g, "~0").replace(/\//g, "~1") + "/definition/fields/" + i2 + "/fixed_values",
																																						schemaPath: "#/properties/record_types/additionalProperties/properties/definition/properties/fields/items/properties/fixed_values/type",
																																						keyword: "type",
																																						params: { type: "array" },
																																						message: "must be array"
																																					}];
																																					return false;
																																				}
																																			}
																																			var valid12 = _errs82 === errors;
																																		} else var valid12 = true;
																																	}
																																}
																															}
																														}
																													} else {
																														validate2.errors = [{
																															instancePath: instancePath + "/record_types/" + key6.replace(/~/g, "~0").replace(/\//g, "~1") + "/definition/fields/" + i2,
																															schemaPath: "#/properties/record_types/additionalProperties/properties/definition/properties/fields/items/type",
																															keyword: "type",
																															params: { type: "object" },
																															message: "must be object"
																														}];
																														return false;
																													}
																												}
																												if (!(_errs75 === errors)) break;
																											}
																										} else {
																											validate2.errors = [{
																												instancePath: instancePath + "/record_types/" + key6.replace(/~/g, "~0").replace(/\//g, "~1") + "/definition/fields",
																												schemaPath: "#/properties/record_types/additionalProperties/properties/definition/properties/fields/type",
																												keyword: "type",
																												params: { type: "array" },
																												message: "must be array"
																											}];
																											return false;
																										}
																									}
																									var valid10 = _errs73 === errors;
																								} else var valid10 = true;
																							}
																						}
																					}
																				} else {
																					validate2.errors = [{
																						instancePath: instancePath + "/record_types/" + key6.replace(/~/g, "~0").replace(/\//g, "~1") + "/definition",
																						schemaPath: "#/properties/record_types/additionalProperties/properties/definition/type",
																						keyword: "type",
																						params: { type: "object" },
																						message: "must be object"
																					}];
																					return false;
																				}
																			}
																			var valid9 = _errs68 === errors;
																		} else var valid9 = true;
																	}
																}
															}
														} else {
															validate2.errors = [{
																instancePath: instancePath + "/record_types/" + key6.replace(/~/g, "~0").replace(/\//g, "~1"),
																schemaPath: "#/properties/record_types/additionalProperties/type",
																keyword: "type",
																params: { type: "object" },
																message: "must be object"
															}];
															return false;
														}
													}
													if (!(_errs63 === errors)) break;
												}
												else {
													validate2.errors = [{
														instancePath: instancePath + "/record_types",
														schemaPath: "#/properties/record_types/type",
														keyword: "type",
														params: { type: "object" },
														message: "must be object"
													}];
													return false;
												}
											}
											var valid0 = _errs60 === errors;
										} else var valid0 = true;
										if (valid0) {
											if (data.counter !== void 0) {
												let data38 = data.counter;
												const _errs86 = errors;
												if (!(typeof data38 == "number" && !(data38 % 1) && !isNaN(data38) && isFinite(data38))) {
													validate2.errors = [{
														instancePath: instancePath + "/counter",
														schemaPath: "#/properties/counter/type",
														keyword: "type",
														params: { type: "integer" },
														message: "must be integer"
													}];
													return false;
												}
												if (errors === _errs86) {
													if (typeof data38 == "number" && isFinite(data38)) {
														if (data38 > 9007199254740991 || isNaN(data38)) {
															validate2.errors = [{
																instancePath: instancePath + "/counter",
																schemaPath: "#/properties/counter/maximum",
																keyword: "maximum",
																params: {
																	comparison: "<=",
																	limit: 9007199254740991
																},
																message: "must be <= 9007199254740991"
															}];
															return false;
														} else if (data38 < 1 || isNaN(data38)) {
															validate2.errors = [{
																instancePath: instancePath + "/counter",
																schemaPath: "#/properties/counter/minimum",
																keyword: "minimum",
																params: {
																	comparison: ">=",
																	limit: 1
																},
																message: "must be >= 1"
															}];
															return false;
														}
													}
												}
												var valid0 = _errs86 === errors;
											} else var valid0 = true;
											if (valid0) {
												if (data.digest !== void 0) {
													let data39 = data.digest;
													const _errs88 = errors;
													if (errors === _errs88) {
														if (typeof data39 === "string") {
															if (!pattern0.test(data39)) {
																validate2.errors = [{
																	instancePath: instancePath + "/digest",
																	schemaPath: "#/properties/digest/pattern",
																	keyword: "pattern",
																	params: { pattern: "^sha256:[0-9a-f]{64}$" },
																	message: "must match pattern \"^sha256:[0-9a-f]{64}$\""
																}];
																return false;
															}
														} else {
															validate2.errors = [{
																instancePath: instancePath + "/digest",
																schemaPath: "#/properties/digest/type",
																keyword: "type",
																params: { type: "string" },
																message: "must be string"
															}];
															return false;
														}
													}
													var valid0 = _errs88 === errors;
												} else var valid0 = true;
												if (valid0) {
													if (data.native !== void 0) {
														let data40 = data.native;
														const _errs90 = errors;
														if (errors === _errs90) {
															if (data40 && typeof data40 == "object" && !Array.isArray(data40)) {
																let missing5;
																if (data40.vendor_id === void 0 && (missing5 = "vendor_id") || data40.manual_sync_only === void 0 && (missing5 = "manual_sync_only") || data40.key_version === void 0 && (missing5 = "key_version") || data40.carried === void 0 && (missing5 = "carried")) {
																	validate2.errors = [{
																		instancePath: instancePath + "/native",
																		schemaPath: "#/properties/native/required",
																		keyword: "required",
																		params: { missingProperty: missing5 },
																		message: "must have required property '" + missing5 + "'"
																	}];
																	return false;
																} else {
																	const _errs92 = errors;
																	for (const key10 in data40) if (!(key10 === "vendor_id" || key10 === "manual_sync_only" || key10 === "key_version" || key10 === "carried" || key10 === "enabled")) {
																		validate2.errors = [{
																			instancePath: instancePath + "/native",
																			schemaPath: "#/properties/native/additionalProperties",
																			keyword: "additionalProperties",
																			params: { additionalProperty: key10 },
																			message: "must NOT have additional properties"
																		}];
																		return false;
																	}
																	if (_errs92 === errors) {
																		if (data40.vendor_id !== void 0) {
																			let data41 = data40.vendor_id;
																			const _errs93 = errors;
																			if (!(typeof data41 == "number" && !(data41 % 1) && !isNaN(data41) && isFinite(data41)) && data41 !== null) {
																				validate2.errors = [{
																					instancePath: instancePath + "/native/vendor_id",
																					schemaPath: "#/properties/native/properties/vendor_id/type",
																					keyword: "type",
																					params: { type: schema2.properties.native.properties.vendor_id.type },
																					message: "must be integer,null"
																				}];
																				return false;
																			}
																			if (errors === _errs93) {
																				if (typeof data41 == "number" && isFinite(data41)) {
																					if (data41 < 1 || isNaN(data41)) {
																						validate2.errors = [{
																							instancePath: instancePath + "/native/vendor_id",
																							schemaPath: "#/properties/native/properties/vendor_id/minimum",
																							keyword: "minimum",
																							params: {
																								comparison: ">=",
																								limit: 1
																							},
																							message: "must be >= 1"
																						}];
																						return false;
																					}
																				}
																			}
																			var valid14 = _errs93 === errors;
																		} else var valid14 = true;
																		if (valid14) {
																			if (data40.manual_sync_only !== void 0) {
																				const _errs95 = errors;
																				if (typeof data40.manual_sync_only !== "boolean") {
																					validate2.errors = [{
																						instancePath: instancePath + "/native/manual_sync_only",
																						schemaPath: "#/properties/native/properties/manual_sync_only/type",
																						keyword: "type",
																						params: { type: "boolean" },
																						message: "must be boolean"
																					}];
																					return false;
																				}
																				var valid14 = _errs95 === errors;
																			} else var valid14 = true;
																			if (valid14) {
																				if (data40.key_version !== void 0) {
																					let data43 = data40.key_version;
																					const _errs97 = errors;
																					if (!(typeof data43 == "number" && !(data43 % 1) && !isNaN(data43) && isFinite(data43)) && data43 !== null) {
																						validate2.errors = [{
																							instancePath: instancePath + "/native/key_version",
																							schemaPath: "#/properties/native/properties/key_version/type",
																							keyword: "type",
																							params: { type: schema2.properties.native.properties.key_version.type },
																							message: "must be integer,null"
																						}];
																						return false;
																					}
																					if (errors === _errs97) {
																						if (typeof data43 == "number" && isFinite(data43)) {
																							if (data43 < 1 || isNaN(data43)) {
																								validate2.errors = [{
																									instancePath: instancePath + "/native/key_version",
																									schemaPath: "#/properties/native/properties/key_version/minimum",
																									keyword: "minimum",
																									params: {
																										comparison: ">=",
																										limit: 1
																									},
																									message: "must be >= 1"
																								}];
																								return false;
																							}
																						}
																					}
																					var valid14 = _errs97 === errors;
																				} else var valid14 = true;
																				if (valid14) {
																					if (data40.carried !== void 0) {
																						let data44 = data40.carried;
																						const _errs99 = errors;
																						if (errors === _errs99) {
																							if (Array.isArray(data44)) {
																								const len4 = data44.length;
																								for (let i4 = 0; i4 < len4; i4++) {
																									let data45 = data44[i4];
																									const _errs101 = errors;
																									if (!(typeof data45 == "number" && !(data45 % 1) && !isNaN(data45) && isFinite(data45))) {
																										validate2.errors = [{
																											instancePath: instancePath + "/native/carried/" + i4,
																											schemaPath: "#/properties/native/properties/carried/items/type",
																											keyword: "type",
																											params: { type: "integer" },
																											message: "must be integer"
																										}];
																										return false;
																									}
																									if (errors === _errs101) {
																										if (typeof data45 == "number" && isFinite(data45)) {
																											if (data45 > 9007199254740991 || isNaN(data45)) {
																												validate2.errors = [{
																													instancePath: instancePath + "/native/carried/" + i4,
																													schemaPath: "#/properties/native/properties/carried/items/maximum",
																													keyword: "maximum",
																													params: {
																														comparison: "<=",
																														limit: 9007199254740991
																													},
																													message: "must be <= 9007199254740991"
																												}];
																												return false;
																											} else if (data45 < 1 || isNaN(data45)) {
																												validate2.errors = [{
																													instancePath: instancePath + "/native/carried/" + i4,
																													schemaPath: "#/properties/native/properties/carried/items/minimum",
																													keyword: "minimum",
																													params: {
																														comparison: ">=",
																														limit: 1
																													},
																													message: "must be >= 1"
																												}];
																												return false;
																											}
																										}
																									}
																									if (!(_errs101 === errors)) break;
																								}
																							} else {
																								validate2.errors = [{
																									instancePath: instancePath + "/native/carried",
																									schemaPath: "#/properties/native/properties/carried/type",
																									keyword: "type",
																									params: { type: "array" },
																									message: "must be array"
																								}];
																								return false;
																							}
																						}
																						var valid14 = _errs99 === errors;
																					} else var valid14 = true;
																					if (valid14) {
																						if (data40.enabled !== void 0) {
																							let data46 = data40.enabled;
																							const _errs103 = errors;
																							if (errors === _errs103) {
																								if (Array.isArray(data46)) {
																									const len5 = data46.length;
																									for (let i5 = 0; i5 < len5; i5++) {
																										let data47 = data46[i5];
																										const _errs105 = errors;
																										if (!(typeof data47 == "number" && !(data47 % 1) && !isNaN(data47) && isFinite(data47))) {
																											validate2.errors = [{
																												instancePath: instancePath + "/native/enabled/" + i5,
																												schemaPath: "#/properties/native/properties/enabled/items/type",
																												keyword: "type",
																												params: { type: "integer" },
																												message: "must be integer"
																											}];
																											return false;
																										}
																										if (errors === _errs105) {
																											if (typeof data47 == "number" && isFinite(data47)) {
																												if (data47 > 9007199254740991 || isNaN(data47)) {
																													validate2.errors = [{
																														instancePath: instancePath + "/native/enabled/" + i5,
																														schemaPath: "#/properties/native/properties/enabled/items/maximum",
																														keyword: "maximum",
																														params: {
																															comparison: "<=",
																															limit: 9007199254740991
																														},
																														message: "must be <= 9007199254740991"
																													}];
																													return false;
																												} else if (data47 < 1 || isNaN(data47)) {
																													validate2.errors = [{
																														instancePath: instancePath + "/native/enabled/" + i5,
																														schemaPath: "#/properties/native/properties/enabled/items/minimum",
																														keyword: "minimum",
																														params: {
																															comparison: ">=",
																															limit: 1
																														},
																														message: "must be >= 1"
																													}];
																													return false;
																												}
																											}
																										}
																										if (!(_errs105 === errors)) break;
																									}
																								} else {
																									validate2.errors = [{
																										instancePath: instancePath + "/native/enabled",
																										schemaPath: "#/properties/native/properties/enabled/type",
																										keyword: "type",
																										params: { type: "array" },
																										message: "must be array"
																									}];
																									return false;
																								}
																							}
																							var valid14 = _errs103 === errors;
																						} else var valid14 = true;
																					}
																				}
																			}
																		}
																	}
																}
															} else {
																validate2.errors = [{
																	instancePath: instancePath + "/native",
																	schemaPath: "#/properties/native/type",
																	keyword: "type",
																	params: { type: "object" },
																	message: "must be object"
																}];
																return false;
															}
														}
														var valid0 = _errs90 === errors;
													} else var valid0 = true;
													if (valid0) {
														if (data.last !== void 0) {
															let data48 = data.last;
															const _errs107 = errors;
															if (errors === _errs107) {
																if (data48 && typeof data48 == "object" && !Array.isArray(data48)) {
																	for (const key11 in data48) {
																		const _errs109 = errors;
																		if (errors === _errs109) {
																			if (typeof key11 === "string") {
																				if (!pattern2.test(key11)) {
																					const err3 = {
																						instancePath: instancePath + "/last",
																						schemaPath: "#/properties/last/propertyNames/pattern",
																						keyword: "pattern",
																						params: { pattern: "^[a-z0-9][a-z0-9_.-]{0,62}$" },
																						message: "must match pattern \"^[a-z0-9][a-z0-9_.-]{0,62}$\"",
																						propertyName: key11
																					};
																					if (vErrors === null) vErrors = [err3];
																					else vErrors.push(err3);
																					errors++;
																				}
																			} else {
																				const err4 = {
																					instancePath: instancePath + "/last",
																					schemaPath: "#/properties/last/propertyNames/type",
																					keyword: "type",
																					params: { type: "string" },
																					message: "must be string",
																					propertyName: key11
																				};
																				if (vErrors === null) vErrors = [err4];
																				else vErrors.push(err4);
																				errors++;
																			}
																		}
																		var valid17 = _errs109 === errors;
																		if (!valid17) {
																			const err5 = {
																				instancePath: instancePath + "/last",
																				schemaPath: "#/properties/last/propertyNames",
																				keyword: "propertyNames",
																				params: { propertyName: key11 },
																				message: "property name must be valid"
																			};
																			if (vErrors === null) vErrors = [err5];
																			else vErrors.push(err5);
																			errors++;
																			validate2.errors = vErrors;
																			return false;
																		}
																	}
																	if (valid17) for (const key12 in data48) {
																		let data49 = data48[key12];
																		const _errs112 = errors;
																		if (errors === _errs112) {
																			if (data49 && typeof data49 == "object" && !Array.isArray(data49)) {
																				let missing6;
																				if (data49.status === void 0 && (missing6 = "status") || data49.reason === void 0 && (missing6 = "reason") || data49.message === void 0 && (missing6 = "message") || data49.at === void 0 && (missing6 = "at") || data49.content === void 0 && (missing6 = "content")) {
																					validate2.errors = [{
																						instancePath: instancePath + "/last/" + key12.replace(/~/g, "~0").replace(/\//g, "~1"),
																						schemaPath: "#/properties/last/additionalProperties/required",
																						keyword: "required",
																						params: { missingProperty: missing6 },
																						message: "must have required property '" + missing6 + "'"
																					}];
																					return false;
																				} else {
																					const _errs114 = errors;
																					for (const key13 in data49) if (!func0.call(schema2.properties.last.additionalProperties.properties, key13)) {
																						validate2.errors = [{
																							instancePath: instancePath + "/last/" + key12.replace(/~/g, "~0").replace(/\//g, "~1"),
																							schemaPath: "#/properties/last/additionalProperties/additionalProperties",
																							keyword: "additionalProperties",
																							params: { additionalProperty: key13 },
																							message: "must NOT have additional properties"
																						}];
																						return false;
																					}
																					if (_errs114 === errors) {
																						if (data49.status !== void 0) {
																							let data50 = data49.status;
																							const _errs115 = errors;
																							if (typeof data50 !== "string") {
																								validate2.errors = [{
																									instancePath: instancePath + "/last/" + key12.replace(/~/g, "~0").replace(/\//g, "~1") + "/status",
																									schemaPath: "#/properties/last/additionalProperties/properties/status/type",
																									keyword: "type",
																									params: { type: "string" },
																									message: "must be string"
																								}];
																								return false;
																							}
																							if (!(data50 === "synced" || data50 === "failed" || data50 === "requires_sync")) {
																								validate2.errors = [{
																									instancePath: instancePath + "/last/" + key12.replace(/~/g, "~0").replace(/\//g, "~1") + "/status",
																									schemaPath: "#/properties/last/additionalProperties/properties/status/enum",
																									keyword: "enum",
																									params: { allowedValues: schema2.properties.last.additionalProperties.properties.status.enum },
																									message: "must be equal to one of the allowed values"
																								}];
																								return false;
																							}
																							var valid19 = _errs115 === errors;
																						} else var valid19 = true;
																						if (valid19) {
																							if (data49.reason !== void 0) {
																								let data51 = data49.reason;
																								const _errs117 = errors;
																								if (typeof data51 !== "string" && data51 !== null) {
																									validate2.errors = [{
																										instancePath: instancePath + "/last/" + key12.replace(/~/g, "~0").replace(/\//g, "~1") + "/reason",
																										schemaPath: "#/properties/last/additionalProperties/properties/reason/type",
																										keyword: "type",
																										params: { type: schema2.properties.last.additionalProperties.properties.reason.type },
																										message: "must be string,null"
																									}];
																									return false;
																								}
																								if (!(data51 === "new" || data51 === "content_changed" || data51 === "drift" || data51 === "renamed" || data51 === "recreated" || data51 === "forced" || data51 === "detached" || data51 === "manual_sync_only" || data51 === "not_ours" || data51 === "ambiguous_name" || data51 === "missing_prerequisite" || data51 === "change_control" || data51 === "ingress_ambiguous" || data51 === "missing_key" || data51 === "unauthorized" || data51 === "unreachable" || data51 === "unreadable" || data51 === "rejected" || data51 === "verify_failed" || data51 === "plan_stale" || data51 === "superseded" || data51 === "awaiting_approval" || data51 === "awaiting_ring" || data51 === "outside_window" || data51 === "held" || data51 === "pinned" || data51 === "halted" || data51 === "not_reached" || data51 === "internal" || data51 === null)) {
																									validate2.errors = [{
																										instancePath: instancePath + "/last/" + key12.replace(/~/g, "~0").replace(/\//g, "~1") + "/reason",
																										schemaPath: "#/properties/last/additionalProperties/properties/reason/enum",
																										keyword: "enum",
																										params: { allowedValues: schema2.properties.last.additionalProperties.properties.reason.enum },
																										message: "must be equal to one of the allowed values"
																									}];
																									return false;
																								}
																								var valid19 = _errs117 === errors;
																							} else var valid19 = true;
																							if (valid19) {
																								if (data49.message !== void 0) {
																									let data52 = data49.message;
																									const _errs119 = errors;
																									if (typeof data52 !== "string" && data52 !== null) {
																										validate2.errors = [{
																											instancePath: instancePath + "/last/" + key12.replace(/~/g, "~0").replace(/\//g, "~1") + "/message",
																											schemaPath: "#/properties/last/additionalProperties/properties/message/type",
																											keyword: "type",
																											params: { type: schema2.properties.last.additionalProperties.properties.message.type },
																											message: "must be string,null"
																										}];
																										return false;
																									}
																									var valid19 = _errs119 === errors;
																								} else var valid19 = true;
																								if (valid19) {
																									if (data49.at !== void 0) {
																										const _errs121 = errors;
																										if (typeof data49.at !== "string") {
																											validate2.errors = [{
																												instancePath: instancePath + "/last/" + key12.replace(/~/g, "~0").replace(/\//g, "~1") + "/at",
																												schemaPath: "#/properties/last/additionalProperties/properties/at/type",
																												keyword: "type",
																												params: { type: "string" },
																												message: "must be string"
																											}];
																											return false;
																										}
																										var valid19 = _errs121 === errors;
																									} else var valid19 = true;
																									if (valid19) {
																										if (data49.content !== void 0) {
																											const _errs123 = errors;
																											if (typeof data49.content !== "string") {
																												validate2.errors = [{
																													instancePath: instancePath + "/last/" + key12.replace(/~/g, "~0").replace(/\//g, "~1") + "/content",
																													schemaPath: "#/properties/last/additionalProperties/properties/content/type",
																													keyword: "type",
																													params: { type: "string" },
																													message: "must be string"
																												}];
																												return false;
																											}
																											var valid19 = _errs123 === errors;
																										} else var valid19 = true;
																										if (valid19) {
																											if (data49.hint !== void 0) {
																												const _errs125 = errors;
																												if (typeof data49.hint !== "string") {
																													validate2.errors = [{
																														instancePath: instancePath + "/last/" + key12.replace(/~/g, "~0").replace(/\//g, "~1") + "/hint",
																														schemaPath: "#/properties/last/additionalProperties/properties/hint/type",
																														keyword: "type",
																														params: { type: "string" },
																														message: "must be string"
																													}];
																													return false;
																												}
																												var valid19 = _errs125 === errors;
																											} else var valid19 = true;
																											if (valid19) {
																												if (data49.commit !== void 0) {
																													const _errs127 = errors;
																													if (typeof data49.commit !== "string") {
																														validate2.errors = [{
																															instancePath: instancePath + "/last/" + key12.replace(/~/g, "~0").replace(/\//g, "~1") + "/commit",
																															schemaPath: "#/properties/last/additionalProperties/properties/commit/type",
																															keyword: "type",
																															params: { type: "string" },
																															message: "must be string"
																														}];
																														return false;
																													}
																													var valid19 = _errs127 === errors;
																												} else var valid19 = true;
																												if (valid19) {
																													if (data49.detached_there !== void 0) {
																														const _errs129 = errors;
																														if (true !== data49.detached_there) {
																															validate2.errors = [{
																																instancePath: instancePath + "/last/" + key12.replace(/~/g, "~0").replace(/\//g, "~1") + "/detached_there",
																																schemaPath: "#/properties/last/additionalProperties/properties/detached_there/const",
																																keyword: "const",
																																params: { allowedValue: true },
																																message: "must be equal to constant"
																															}];
																															return false;
																														}
																														var valid19 = _errs129 === errors;
																													} else var valid19 = true;
																													if (valid19) {
																														if (data49.failing !== void 0) {
																															const _errs130 = errors;
																															if (true !== data49.failing) {
																																validate2.errors = [{
																																	instancePath: instancePath + "/last/" + key12.replace(/~/g, "~0").replace(/\//g, "~1") + "/failing",
																																	schemaPath: "#/properties/last/additionalProperties/properties/failing/const",
																																	keyword: "const",
																																	params: { allowedValue: true },
																																	message: "must be equal to constant"
																																}];
																																return false;
																															}
																															var valid19 = _errs130 === errors;
																														} else var valid19 = true;
																													}
																												}
																											}
																										}
																									}
																								}
																							}
																						}
																					}
																				}
																			} else {
																				validate2.errors = [{
																					instancePath: instancePath + "/last/" + key12.replace(/~/g, "~0").replace(/\//g, "~1"),
																					schemaPath: "#/properties/last/additionalProperties/type",
																					keyword: "type",
																					params: { type: "object" },
																					message: "must be object"
																				}];
																				return false;
																			}
																		}
																		if (!(_errs112 === errors)) break;
																	}
																} else {
																	validate2.errors = [{
																		instancePath: instancePath + "/last",
																		schemaPath: "#/properties/last/type",
																		keyword: "type",
																		params: { type: "object" },
																		message: "must be object"
																	}];
																	return false;
																}
															}
															var valid0 = _errs107 === errors;
														} else var valid0 = true;
														if (valid0) {
															if (data.signature !== void 0) {
																const _errs131 = errors;
																if (typeof data.signature !== "string") {
																	validate2.errors = [{
																		instancePath: instancePath + "/signature",
																		schemaPath: "#/properties/signature/type",
																		keyword: "type",
																		params: { type: "string" },
																		message: "must be string"
																	}];
																	return false;
																}
																var valid0 = _errs131 === errors;
															} else var valid0 = true;
														}
													}
												}
											}
										}
									}
								}
							}
						}
					}
				}
			}
		} else {
			validate2.errors = [{
				instancePath,
				schemaPath: "#/type",
				keyword: "type",
				params: { type: "object" },
				message: "must be object"
			}];
			return false;
		}
	}
	validate2.errors = vErrors;
	return errors === 0;
}
validate2.evaluated = {
	"props": true,
	"dynamicProps": false,
	"dynamicItems": false
};
const check3 = validate3;
const schema3 = {
	"$schema": "https://json-schema.org/draft/2020-12/schema",
	"$id": "storysync.status/1",
	"title": "storysync status",
	"description": "What became of every story at every destination, or where it stands.",
	"type": "object",
	"additionalProperties": false,
	"required": [
		"format",
		"commit",
		"interrupted",
		"totals",
		"sync_destinations",
		"pruned"
	],
	"properties": {
		"format": {
			"description": "Name and version of this format.",
			"const": "storysync.status/1"
		},
		"commit": {
			"description": "The commit of the run; null when the work tree had uncommitted files.",
			"type": ["string", "null"],
			"pattern": "^[0-9a-f]{7,64}$"
		},
		"interrupted": {
			"description": "The run ended before all stories were reached.",
			"type": "boolean"
		},
		"totals": {
			"description": "Pairs of destination and story. Both ways of counting add up to all of them.",
			"type": "object",
			"additionalProperties": false,
			"required": [
				"synced",
				"failed",
				"requires_sync",
				"did"
			],
			"properties": {
				"synced": {
					"description": "Pairs that are in sync.",
					"type": "integer",
					"minimum": 0
				},
				"failed": {
					"description": "Pairs that failed.",
					"type": "integer",
					"minimum": 0
				},
				"requires_sync": {
					"description": "Pairs that wait for a sync.",
					"type": "integer",
					"minimum": 0
				},
				"did": {
					"description": "The same pairs by what the run did.",
					"type": "object",
					"additionalProperties": false,
					"required": [
						"created",
						"updated",
						"unchanged",
						"nothing"
					],
					"properties": {
						"created": {
							"description": "Stories created.",
							"type": "integer",
							"minimum": 0
						},
						"updated": {
							"description": "Stories updated.",
							"type": "integer",
							"minimum": 0
						},
						"unchanged": {
							"description": "Stories that needed nothing.",
							"type": "integer",
							"minimum": 0
						},
						"nothing": {
							"description": "Stories that nothing was done to, for the reason given.",
							"type": "integer",
							"minimum": 0
						}
					}
				}
			}
		},
		"sync_destinations": {
			"description": "In the order of the manifest.",
			"type": "array",
			"items": {
				"description": "One destination, in the shape of the vendor's sync_destination.",
				"type": "object",
				"additionalProperties": false,
				"required": [
					"id",
					"name",
					"engine",
					"ring",
					"hold",
					"pin",
					"destination_tenant_url",
					"destination_team_id",
					"origin_team_id",
					"manual_sync_only",
					"subscriptions"
				],
				"properties": {
					"id": {
						"description": "The vendor's id of the sync destination; null when there is none, or when it is not known.",
						"type": ["integer", "null"],
						"minimum": 1
					},
					"name": {
						"description": "Name of the destination in the manifest.",
						"type": "string",
						"pattern": "^[a-z0-9][a-z0-9_.-]{0,62}$"
					},
					"engine": {
						"description": "Who brings the stories: storysync itself, or the vendor's own Story syncing.",
						"type": "string",
						"enum": ["push", "native"]
					},
					"ring": {
						"description": "The ring that it is in; null without a rollout.",
						"type": ["string", "null"]
					},
					"hold": {
						"description": "Why nothing is pushed to it, as the manifest says; null when it is not held.",
						"type": ["object", "null"],
						"additionalProperties": false,
						"required": [
							"reason",
							"owner",
							"until"
						],
						"properties": {
							"reason": {
								"description": "Why nothing is pushed.",
								"type": "string"
							},
							"owner": {
								"description": "Who answers for it.",
								"type": ["string", "null"]
							},
							"until": {
								"description": "Last day of the hold, as 2027-01-31.",
								"type": ["string", "null"]
							}
						}
					},
					"pin": {
						"description": "The commit that its stories are taken from, as the manifest says; null when it is not pinned.",
						"type": ["object", "null"],
						"additionalProperties": false,
						"required": [
							"commit",
							"reason",
							"owner",
							"until",
							"stories"
						],
						"properties": {
							"commit": {
								"description": "The commit whose stories it asks for: the digits of its hash that the manifest has.",
								"type": "string"
							},
							"reason": {
								"description": "Why it is pinned.",
								"type": "string"
							},
							"owner": {
								"description": "Who answers for it.",
								"type": ["string", "null"]
							},
							"until": {
								"description": "Last day of the pin, as 2027-01-31; it stays until it is taken out.",
								"type": ["string", "null"]
							},
							"stories": {
								"description": "The stories that it is about; null is all that it takes.",
								"type": ["array", "null"],
								"items": {
									"description": "Key of a story.",
									"type": "string",
									"pattern": "^[a-z0-9][a-z0-9_.-]{0,62}$"
								}
							}
						}
					},
					"destination_tenant_url": {
						"description": "Address of the tenant.",
						"type": "string"
					},
					"destination_team_id": {
						"description": "Team at the destination.",
						"type": "integer",
						"minimum": 1
					},
					"origin_team_id": {
						"description": "Team at the origin; null when the manifest has no origin.",
						"type": ["integer", "null"],
						"minimum": 1
					},
					"manual_sync_only": {
						"description": "Pushed only when asked for by hand.",
						"type": "boolean"
					},
					"subscriptions": {
						"description": "Every story that was chosen, exactly once.",
						"type": "array",
						"items": {
							"description": "One story of a destination, in the shape of the vendor's subscriptions.",
							"type": "object",
							"additionalProperties": false,
							"required": [
								"story",
								"status",
								"error_message",
								"reason",
								"message",
								"hint",
								"detached",
								"detachment",
								"did",
								"destination_story_id",
								"synced_at",
								"commit",
								"behind",
								"recorded_at",
								"warnings"
							],
							"properties": {
								"story": {
									"description": "The story at the origin.",
									"type": "object",
									"additionalProperties": false,
									"required": [
										"id",
										"name",
										"key"
									],
									"properties": {
										"id": {
											"description": "Its id at the origin; null when the manifest has none.",
											"type": ["integer", "null"],
											"minimum": 1
										},
										"name": {
											"description": "Its name.",
											"type": "string"
										},
										"key": {
											"description": "Its key in the manifest.",
											"type": "string",
											"pattern": "^[a-z0-9][a-z0-9_.-]{0,62}$"
										}
									}
								},
								"status": {
									"description": "The vendor's three words.",
									"type": "string",
									"enum": [
										"synced",
										"failed",
										"requires_sync"
									]
								},
								"error_message": {
									"description": "Why it failed, in one line; set exactly when the status is failed.",
									"type": ["string", "null"]
								},
								"reason": {
									"description": "Why, from one closed list; null when there is nothing to say.",
									"type": ["string", "null"],
									"enum": [
										"new",
										"content_changed",
										"drift",
										"renamed",
										"recreated",
										"forced",
										"detached",
										"manual_sync_only",
										"not_ours",
										"ambiguous_name",
										"missing_prerequisite",
										"change_control",
										"ingress_ambiguous",
										"missing_key",
										"unauthorized",
										"unreachable",
										"unreadable",
										"rejected",
										"verify_failed",
										"plan_stale",
										"superseded",
										"awaiting_approval",
										"awaiting_ring",
										"outside_window",
										"held",
										"pinned",
										"halted",
										"not_reached",
										"internal",
										null
									]
								},
								"message": {
									"description": "What happened, whatever the status.",
									"type": ["string", "null"]
								},
								"hint": {
									"description": "What the reader can do about it.",
									"type": ["string", "null"]
								},
								"detached": {
									"description": "The destination keeps its own version of the story.",
									"type": "boolean"
								},
								"detachment": {
									"description": "What the manifest says of it; null when it is not detached there.",
									"type": ["object", "null"],
									"additionalProperties": false,
									"required": [
										"reason",
										"owner",
										"until"
									],
									"properties": {
										"reason": {
											"description": "Why it is detached.",
											"type": "string"
										},
										"owner": {
											"description": "Who answers for it.",
											"type": ["string", "null"]
										},
										"until": {
											"description": "Day on which it should come back, as 2027-01-31.",
											"type": ["string", "null"]
										}
									}
								},
								"did": {
									"description": "What the run did to it; a status query does nothing.",
									"type": "string",
									"enum": [
										"created",
										"updated",
										"unchanged",
										"nothing"
									]
								},
								"destination_story_id": {
									"description": "Id of the story at the destination, when it is known.",
									"type": ["integer", "null"],
									"minimum": 1
								},
								"synced_at": {
									"description": "Time of the last push, ISO 8601.",
									"type": ["string", "null"]
								},
								"commit": {
									"description": "Source commit of the last push.",
									"type": ["string", "null"],
									"pattern": "^[0-9a-f]{7,64}$"
								},
								"behind": {
									"description": "How far git went on since what is there was pushed. Told by a status query; null when there is nothing to tell: the content is the one git asks for, it was never pushed, or git does not know the commit it came from.",
									"type": ["object", "null"],
									"additionalProperties": false,
									"required": ["commits", "since"],
									"properties": {
										"commits": {
											"description": "Commits on the branch that changed the story since.",
											"type": "integer",
											"minimum": 1
										},
										"since": {
											"description": "Time of the first of them, ISO 8601.",
											"type": "string"
										}
									}
								},
								"recorded_at": {
									"description": "Since when this is so as far as recorded, ISO 8601; null when it was seen in this run, or nothing is recorded.",
									"type": ["string", "null"]
								},
								"warnings": {
									"description": "What went well enough but should be known.",
									"type": "array",
									"items": {
										"description": "One warning.",
										"type": "string"
									}
								},
								"waits": {
									"description": "What it waits for; absent where the rollout keeps nothing back.",
									"type": "object",
									"additionalProperties": false,
									"required": ["for", "until"],
									"properties": {
										"for": {
											"description": "What it waits for: ring:NAME and soak:NAME (the ring before), batch:NAME and place:NAME (its own ring), window:TEXT, story:KEY, failures:NAME, or approved_plan.",
											"type": "string"
										},
										"until": {
											"description": "When it may go if nothing else happens, ISO 8601; null when no clock decides that.",
											"type": ["string", "null"]
										}
									}
								}
							}
						}
					}
				}
			}
		},
		"pruned": {
			"description": "Stories left behind, and what became of them; empty without --prune.",
			"type": "array",
			"items": {
				"description": "A story left behind, in a sync that was asked to delete such stories.",
				"type": "object",
				"additionalProperties": false,
				"required": [
					"destination",
					"key",
					"name",
					"destination_story_id",
					"consented",
					"deleted",
					"message",
					"kept_as"
				],
				"properties": {
					"destination": {
						"description": "Name of the destination in the manifest.",
						"type": "string",
						"pattern": "^[a-z0-9][a-z0-9_.-]{0,62}$"
					},
					"key": {
						"description": "Key the story had in the manifest.",
						"type": "string",
						"pattern": "^[a-z0-9][a-z0-9_.-]{0,62}$"
					},
					"name": {
						"description": "Its name at the destination.",
						"type": "string"
					},
					"destination_story_id": {
						"description": "Its id at the destination.",
						"type": "integer",
						"minimum": 1
					},
					"consented": {
						"description": "The count given with --prune covered it: when it was not deleted all the same, the run failed.",
						"type": "boolean"
					},
					"deleted": {
						"description": "It is gone.",
						"type": "boolean"
					},
					"message": {
						"description": "What happened: why it stays, or how to see its copy.",
						"type": "string"
					},
					"kept_as": {
						"description": "The copy, as \"git show\" takes it; null when none was made.",
						"type": ["string", "null"]
					}
				}
			}
		},
		"shard": {
			"description": "K/N, where the run was about the K-th of N parts of the fleet alone; absent otherwise.",
			"type": "string"
		},
		"manifest": {
			"description": "The manifest, as git names it. Of a sync of a shard alone, like the next four.",
			"type": "string"
		},
		"run": {
			"description": "The run on GitHub; null elsewhere.",
			"type": ["object", "null"],
			"additionalProperties": false,
			"required": ["id", "attempt"],
			"properties": {
				"id": {
					"description": "Its id.",
					"type": "string"
				},
				"attempt": {
					"description": "Its attempt, from 1; null when it is not known.",
					"type": ["integer", "null"],
					"minimum": 1
				}
			}
		},
		"at": {
			"description": "When the sync ended, ISO 8601.",
			"type": "string"
		},
		"changes": {
			"description": "Whose state the sync changed, for the one message of the whole run.",
			"type": "array",
			"items": {
				"description": "Whose state is another one than before the run.",
				"type": "object",
				"additionalProperties": false,
				"required": [
					"change",
					"destination",
					"ring",
					"reason",
					"story",
					"expired"
				],
				"properties": {
					"change": {
						"description": "What changed, as in storysync.notify/1.",
						"type": "string",
						"enum": [
							"failed",
							"halted",
							"drift",
							"expired",
							"held",
							"recovered",
							"ring_opened"
						]
					},
					"destination": {
						"description": "Name of the destination in the manifest; null where it is about a ring.",
						"type": ["string", "null"]
					},
					"ring": {
						"description": "Name of the ring; null where it is about a destination.",
						"type": ["string", "null"]
					},
					"reason": {
						"description": "Why, from one closed list; null when there is nothing to say.",
						"type": ["string", "null"],
						"enum": [
							"new",
							"content_changed",
							"drift",
							"renamed",
							"recreated",
							"forced",
							"detached",
							"manual_sync_only",
							"not_ours",
							"ambiguous_name",
							"missing_prerequisite",
							"change_control",
							"ingress_ambiguous",
							"missing_key",
							"unauthorized",
							"unreachable",
							"unreadable",
							"rejected",
							"verify_failed",
							"plan_stale",
							"superseded",
							"awaiting_approval",
							"awaiting_ring",
							"outside_window",
							"held",
							"pinned",
							"halted",
							"not_reached",
							"internal",
							null
						]
					},
					"story": {
						"description": "The story; null where it is about the destination as a whole.",
						"type": ["object", "null"],
						"additionalProperties": false,
						"required": ["key", "name"],
						"properties": {
							"key": {
								"description": "Its key in the manifest.",
								"type": "string",
								"pattern": "^[a-z0-9][a-z0-9_.-]{0,62}$"
							},
							"name": {
								"description": "Its name.",
								"type": "string"
							}
						}
					},
					"expired": {
						"description": "What has expired; null for all other changes.",
						"type": ["object", "null"],
						"additionalProperties": false,
						"required": ["what", "until"],
						"properties": {
							"what": {
								"description": "A hold, a pin or a detachment.",
								"type": "string",
								"enum": [
									"hold",
									"pin",
									"detached"
								]
							},
							"until": {
								"description": "The last day of it, as 2027-01-31.",
								"type": "string"
							}
						}
					}
				}
			}
		},
		"signature": {
			"description": "With a state key: made with it, over all of the file, so that a report takes no file of anybody else.",
			"type": "string"
		},
		"missing_shards": {
			"description": "Of a report that merges shards: those that left no status file that can be used. Absent when there is none.",
			"type": "array",
			"items": {
				"description": "K/N.",
				"type": "string"
			}
		},
		"pruned_native": {
			"description": "The vendor's sync destinations that the manifest does not have, and what became of them; absent when there is none, and without --prune.",
			"type": "array",
			"items": {
				"description": "A sync destination of the vendor that the manifest does not have, in a sync that was asked to delete what is left behind.",
				"type": "object",
				"additionalProperties": false,
				"required": [
					"id",
					"name",
					"destination_tenant_url",
					"destination_team_id",
					"stories",
					"copies",
					"consented",
					"deleted",
					"message"
				],
				"properties": {
					"id": {
						"description": "The vendor's id of it.",
						"type": "integer",
						"minimum": 1
					},
					"name": {
						"description": "Name it had in the manifest; null when recorded state does not know it.",
						"type": ["string", "null"]
					},
					"destination_tenant_url": {
						"description": "Address of its tenant, as the vendor has it.",
						"type": "string"
					},
					"destination_team_id": {
						"description": "Its team.",
						"type": "integer",
						"minimum": 1
					},
					"stories": {
						"description": "How many stories it carried.",
						"type": "integer",
						"minimum": 0
					},
					"copies": {
						"description": "What the vendor was told to do with them: kept, as stories of their own; deleted, in its own time. Null when nothing was deleted.",
						"type": ["string", "null"],
						"enum": [
							"kept",
							"deleted",
							null
						]
					},
					"consented": {
						"description": "The count given with --prune covered it: when it was not deleted all the same, the run failed.",
						"type": "boolean"
					},
					"deleted": {
						"description": "It is gone.",
						"type": "boolean"
					},
					"message": {
						"description": "What happened, or why it stays.",
						"type": "string"
					}
				}
			}
		},
		"rollout": {
			"description": "Where each story that moves stands in each ring; absent without a rollout in the manifest.",
			"type": "array",
			"items": {
				"description": "Where one story stands in one ring.",
				"type": "object",
				"additionalProperties": false,
				"required": [
					"ring",
					"story",
					"there",
					"total",
					"failed",
					"max_failed",
					"state",
					"opens_at",
					"waits_for"
				],
				"properties": {
					"ring": {
						"description": "Name of the ring.",
						"type": "string",
						"pattern": "^[a-z0-9][a-z0-9_.-]{0,62}$"
					},
					"story": {
						"description": "Key of the story.",
						"type": "string",
						"pattern": "^[a-z0-9][a-z0-9_.-]{0,62}$"
					},
					"there": {
						"description": "Pairs that were read back equal to the content git wants.",
						"type": "integer",
						"minimum": 0
					},
					"total": {
						"description": "Pairs that count: not detached, held, pinned or by hand only.",
						"type": "integer",
						"minimum": 0
					},
					"failed": {
						"description": "Pairs whose last try with this content failed.",
						"type": "integer",
						"minimum": 0
					},
					"max_failed": {
						"description": "Failed pairs that the ring may have, as a number of pairs.",
						"type": "integer",
						"minimum": 0
					},
					"state": {
						"description": "passed: later rings may go. open: goes now. soaking: the ring before has passed and must stand for a while. waiting: for the ring before, or for a window. halted: more pairs failed than may, here or in an earlier ring.",
						"type": "string",
						"enum": [
							"passed",
							"open",
							"soaking",
							"waiting",
							"halted"
						]
					},
					"opens_at": {
						"description": "When it opens if nothing else happens, ISO 8601; null when no clock decides that.",
						"type": ["string", "null"]
					},
					"waits_for": {
						"description": "What it waits for: ring:NAME and soak:NAME (the ring before), batch:NAME and place:NAME (its own ring), window:TEXT, story:KEY, failures:NAME, or approved_plan. Null where it does not wait.",
						"type": ["string", "null"]
					}
				}
			}
		},
		"rollout_override": {
			"description": "Somebody let a run pass over rings, soak, batch, halt and windows: this run, or of a query the last one recorded. Absent when nobody did.",
			"type": "object",
			"additionalProperties": false,
			"required": [
				"digest",
				"reason",
				"at"
			],
			"properties": {
				"digest": {
					"description": "Digest of the plan that was seen.",
					"type": "string"
				},
				"reason": {
					"description": "Why.",
					"type": "string"
				},
				"at": {
					"description": "When, ISO 8601.",
					"type": "string"
				}
			}
		}
	}
};
function validate3(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	const evaluated0 = validate3.evaluated;
	if (evaluated0.dynamicProps) evaluated0.props = void 0;
	if (evaluated0.dynamicItems) evaluated0.items = void 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		let missing0;
		if (data.format === void 0 && (missing0 = "format") || data.commit === void 0 && (missing0 = "commit") || data.interrupted === void 0 && (missing0 = "interrupted") || data.totals === void 0 && (missing0 = "totals") || data.sync_destinations === void 0 && (missing0 = "sync_destinations") || data.pruned === void 0 && (missing0 = "pruned")) {
			validate3.errors = [{
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: missing0 },
				message: "must have required property '" + missing0 + "'"
			}];
			return false;
		} else {
			for (const key0 in data) if (!func0.call(schema3.properties, key0)) {
				validate3.errors = [{
					instancePath,
					schemaPath: "#/additionalProperties",
					keyword: "additionalProperties",
					params: { additionalProperty: key0 },
					message: "must NOT have additional properties"
				}];
				return false;
			}
			if (data.format !== void 0) {
				if ("storysync.status/1" !== data.format) {
					validate3.errors = [{
						instancePath: instancePath + "/format",
						schemaPath: "#/properties/format/const",
						keyword: "const",
						params: { allowedValue: "storysync.status/1" },
						message: "must be equal to constant"
					}];
					return false;
				}
				var valid0 = true;
			} else var valid0 = true;
			if (valid0) {
				if (data.commit !== void 0) {
					let data1 = data.commit;
					if (typeof data1 !== "string" && data1 !== null) {
						validate3.errors = [{
							instancePath: instancePath + "/commit",
							schemaPath: "#/properties/commit/type",
							keyword: "type",
							params: { type: schema3.properties.commit.type },
							message: "must be string,null"
						}];
						return false;
					}
					if (typeof data1 === "string") {
						if (!pattern1.test(data1)) {
							validate3.errors = [{
								instancePath: instancePath + "/commit",
								schemaPath: "#/properties/commit/pattern",
								keyword: "pattern",
								params: { pattern: "^[0-9a-f]{7,64}$" },
								message: "must match pattern \"^[0-9a-f]{7,64}$\""
							}];
							return false;
						}
					}
					var valid0 = true;
				} else var valid0 = true;
				if (valid0) {
					if (data.interrupted !== void 0) {
						if (typeof data.interrupted !== "boolean") {
							validate3.errors = [{
								instancePath: instancePath + "/interrupted",
								schemaPath: "#/properties/interrupted/type",
								keyword: "type",
								params: { type: "boolean" },
								message: "must be boolean"
							}];
							return false;
						}
						var valid0 = true;
					} else var valid0 = true;
					if (valid0) {
						if (data.totals !== void 0) {
							let data3 = data.totals;
							if (data3 && typeof data3 == "object" && !Array.isArray(data3)) {
								let missing1;
								if (data3.synced === void 0 && (missing1 = "synced") || data3.failed === void 0 && (missing1 = "failed") || data3.requires_sync === void 0 && (missing1 = "requires_sync") || data3.did === void 0 && (missing1 = "did")) {
									validate3.errors = [{
										instancePath: instancePath + "/totals",
										schemaPath: "#/properties/totals/required",
										keyword: "required",
										params: { missingProperty: missing1 },
										message: "must have required property '" + missing1 + "'"
									}];
									return false;
								} else {
									for (const key1 in data3) if (!(key1 === "synced" || key1 === "failed" || key1 === "requires_sync" || key1 === "did")) {
										validate3.errors = [{
											instancePath: instancePath + "/totals",
											schemaPath: "#/properties/totals/additionalProperties",
											keyword: "additionalProperties",
											params: { additionalProperty: key1 },
											message: "must NOT have additional properties"
										}];
										return false;
									}
									if (data3.synced !== void 0) {
										let data4 = data3.synced;
										if (!(typeof data4 == "number" && !(data4 % 1) && !isNaN(data4) && isFinite(data4))) {
											validate3.errors = [{
												instancePath: instancePath + "/totals/synced",
												schemaPath: "#/properties/totals/properties/synced/type",
												keyword: "type",
												params: { type: "integer" },
												message: "must be integer"
											}];
											return false;
										}
										if (typeof data4 == "number" && isFinite(data4)) {
											if (data4 < 0 || isNaN(data4)) {
												validate3.errors = [{
													instancePath: instancePath + "/totals/synced",
													schemaPath: "#/properties/totals/properties/synced/minimum",
													keyword: "minimum",
													params: {
														comparison: ">=",
														limit: 0
													},
													message: "must be >= 0"
												}];
												return false;
											}
										}
										var valid1 = true;
									} else var valid1 = true;
									if (valid1) {
										if (data3.failed !== void 0) {
											let data5 = data3.failed;
											if (!(typeof data5 == "number" && !(data5 % 1) && !isNaN(data5) && isFinite(data5))) {
												validate3.errors = [{
													instancePath: instancePath + "/totals/failed",
													schemaPath: "#/properties/totals/properties/failed/type",
													keyword: "type",
													params: { type: "integer" },
													message: "must be integer"
												}];
												return false;
											}
											if (typeof data5 == "number" && isFinite(data5)) {
												if (data5 < 0 || isNaN(data5)) {
													validate3.errors = [{
														instancePath: instancePath + "/totals/failed",
														schemaPath: "#/properties/totals/properties/failed/minimum",
														keyword: "minimum",
														params: {
															comparison: ">=",
															limit: 0
														},
														message: "must be >= 0"
													}];
													return false;
												}
											}
											var valid1 = true;
										} else var valid1 = true;
										if (valid1) {
											if (data3.requires_sync !== void 0) {
												let data6 = data3.requires_sync;
												if (!(typeof data6 == "number" && !(data6 % 1) && !isNaN(data6) && isFinite(data6))) {
													validate3.errors = [{
														instancePath: instancePath + "/totals/requires_sync",
														schemaPath: "#/properties/totals/properties/requires_sync/type",
														keyword: "type",
														params: { type: "integer" },
														message: "must be integer"
													}];
													return false;
												}
												if (typeof data6 == "number" && isFinite(data6)) {
													if (data6 < 0 || isNaN(data6)) {
														validate3.errors = [{
															instancePath: instancePath + "/totals/requires_sync",
															schemaPath: "#/properties/totals/properties/requires_sync/minimum",
															keyword: "minimum",
															params: {
																comparison: ">=",
																limit: 0
															},
															message: "must be >= 0"
														}];
														return false;
													}
												}
												var valid1 = true;
											} else var valid1 = true;
											if (valid1) {
												if (data3.did !== void 0) {
													let data7 = data3.did;
													if (data7 && typeof data7 == "object" && !Array.isArray(data7)) {
														let missing2;
														if (data7.created === void 0 && (missing2 = "created") || data7.updated === void 0 && (missing2 = "updated") || data7.unchanged === void 0 && (missing2 = "unchanged") || data7.nothing === void 0 && (missing2 = "nothing")) {
															validate3.errors = [{
																instancePath: instancePath + "/totals/did",
																schemaPath: "#/properties/totals/properties/did/required",
																keyword: "required",
																params: { missingProperty: missing2 },
																message: "must have required property '" + missing2 + "'"
															}];
															return false;
														} else {
															for (const key2 in data7) if (!(key2 === "created" || key2 === "updated" || key2 === "unchanged" || key2 === "nothing")) {
																validate3.errors = [{
																	instancePath: instancePath + "/totals/did",
																	schemaPath: "#/properties/totals/properties/did/additionalProperties",
																	keyword: "additionalProperties",
																	params: { additionalProperty: key2 },
																	message: "must NOT have additional properties"
																}];
																return false;
															}
															if (data7.created !== void 0) {
																let data8 = data7.created;
																if (!(typeof data8 == "number" && !(data8 % 1) && !isNaN(data8) && isFinite(data8))) {
																	validate3.errors = [{
																		instancePath: instancePath + "/totals/did/created",
																		schemaPath: "#/properties/totals/properties/did/properties/created/type",
																		keyword: "type",
																		params: { type: "integer" },
																		message: "must be integer"
																	}];
																	return false;
																}
																if (typeof data8 == "number" && isFinite(data8)) {
																	if (data8 < 0 || isNaN(data8)) {
																		validate3.errors = [{
																			instancePath: instancePath + "/totals/did/created",
																			schemaPath: "#/properties/totals/properties/did/properties/created/minimum",
																			keyword: "minimum",
																			params: {
																				comparison: ">=",
																				limit: 0
																			},
																			message: "must be >= 0"
																		}];
																		return false;
																	}
																}
																var valid2 = true;
															} else var valid2 = true;
															if (valid2) {
																if (data7.updated !== void 0) {
																	let data9 = data7.updated;
																	if (!(typeof data9 == "number" && !(data9 % 1) && !isNaN(data9) && isFinite(data9))) {
																		validate3.errors = [{
																			instancePath: instancePath + "/totals/did/updated",
																			schemaPath: "#/properties/totals/properties/did/properties/updated/type",
																			keyword: "type",
																			params: { type: "integer" },
																			message: "must be integer"
																		}];
																		return false;
																	}
																	if (typeof data9 == "number" && isFinite(data9)) {
																		if (data9 < 0 || isNaN(data9)) {
																			validate3.errors = [{
																				instancePath: instancePath + "/totals/did/updated",
																				schemaPath: "#/properties/totals/properties/did/properties/updated/minimum",
																				keyword: "minimum",
																				params: {
																					comparison: ">=",
																					limit: 0
																				},
																				message: "must be >= 0"
																			}];
																			return false;
																		}
																	}
																	var valid2 = true;
																} else var valid2 = true;
																if (valid2) {
																	if (data7.unchanged !== void 0) {
																		let data10 = data7.unchanged;
																		if (!(typeof data10 == "number" && !(data10 % 1) && !isNaN(data10) && isFinite(data10))) {
																			validate3.errors = [{
																				instancePath: instancePath + "/totals/did/unchanged",
																				schemaPath: "#/properties/totals/properties/did/properties/unchanged/type",
																				keyword: "type",
																				params: { type: "integer" },
																				message: "must be integer"
																			}];
																			return false;
																		}
																		if (typeof data10 == "number" && isFinite(data10)) {
																			if (data10 < 0 || isNaN(data10)) {
																				validate3.errors = [{
																					instancePath: instancePath + "/totals/did/unchanged",
																					schemaPath: "#/properties/totals/properties/did/properties/unchanged/minimum",
																					keyword: "minimum",
																					params: {
																						comparison: ">=",
																						limit: 0
																					},
																					message: "must be >= 0"
																				}];
																				return false;
																			}
																		}
																		var valid2 = true;
																	} else var valid2 = true;
																	if (valid2) {
																		if (data7.nothing !== void 0) {
																			let data11 = data7.nothing;
																			if (!(typeof data11 == "number" && !(data11 % 1) && !isNaN(data11) && isFinite(data11))) {
																				validate3.errors = [{
																					instancePath: instancePath + "/totals/did/nothing",
																					schemaPath: "#/properties/totals/properties/did/properties/nothing/type",
																					keyword: "type",
																					params: { type: "integer" },
																					message: "must be integer"
																				}];
																				return false;
																			}
																			if (typeof data11 == "number" && isFinite(data11)) {
																				if (data11 < 0 || isNaN(data11)) {
																					validate3.errors = [{
																						instancePath: instancePath + "/totals/did/nothing",
																						schemaPath: "#/properties/totals/properties/did/properties/nothing/minimum",
																						keyword: "minimum",
																						params: {
																							comparison: ">=",
																							limit: 0
																						},
																						message: "must be >= 0"
																					}];
																					return false;
																				}
																			}
																			var valid2 = true;
																		} else var valid2 = true;
																	}
																}
															}
														}
													} else {
														validate3.errors = [{
															instancePath: instancePath + "/totals/did",
															schemaPath: "#/properties/totals/properties/did/type",
															keyword: "type",
															params: { type: "object" },
															message: "must be object"
														}];
														return false;
													}
													var valid1 = true;
												} else var valid1 = true;
											}
										}
									}
								}
							} else {
								validate3.errors = [{
									instancePath: instancePath + "/totals",
									schemaPath: "#/properties/totals/type",
									keyword: "type",
									params: { type: "object" },
									message: "must be object"
								}];
								return false;
							}
							var valid0 = true;
						} else var valid0 = true;
						if (valid0) {
							if (data.sync_destinations !== void 0) {
								let data12 = data.sync_destinations;
								if (Array.isArray(data12)) {
									const len0 = data12.length;
									for (let i0 = 0; i0 < len0; i0++) {
										let data13 = data12[i0];
										if (data13 && typeof data13 == "object" && !Array.isArray(data13)) {
											let missing3;
											if (data13.id === void 0 && (missing3 = "id") || data13.name === void 0 && (missing3 = "name") || data13.engine === void 0 && (missing3 = "engine") || data13.ring === void 0 && (missing3 = "ring") || data13.hold === void 0 && (missing3 = "hold") || data13.pin === void 0 && (missing3 = "pin") || data13.destination_tenant_url === void 0 && (missing3 = "destination_tenant_url") || data13.destination_team_id === void 0 && (missing3 = "destination_team_id") || data13.origin_team_id === void 0 && (missing3 = "origin_team_id") || data13.manual_sync_only === void 0 && (missing3 = "manual_sync_only") || data13.subscriptions === void 0 && (missing3 = "subscriptions")) {
												validate3.errors = [{
													instancePath: instancePath + "/sync_destinations/" + i0,
													schemaPath: "#/properties/sync_destinations/items/required",
													keyword: "required",
													params: { missingProperty: missing3 },
													message: "must have required property '" + missing3 + "'"
												}];
												return false;
											} else {
												for (const key3 in data13) if (!func0.call(schema3.properties.sync_destinations.items.properties, key3)) {
													validate3.errors = [{
														instancePath: instancePath + "/sync_destinations/" + i0,
														schemaPath: "#/properties/sync_destinations/items/additionalProperties",
														keyword: "additionalProperties",
														params: { additionalProperty: key3 },
														message: "must NOT have additional properties"
													}];
													return false;
												}
												if (data13.id !== void 0) {
													let data14 = data13.id;
													if (!(typeof data14 == "number" && !(data14 % 1) && !isNaN(data14) && isFinite(data14)) && data14 !== null) {
														validate3.errors = [{
															instancePath: instancePath + "/sync_destinations/" + i0 + "/id",
															schemaPath: "#/properties/sync_destinations/items/properties/id/type",
															keyword: "type",
															params: { type: schema3.properties.sync_destinations.items.properties.id.type },
															message: "must be integer,null"
														}];
														return false;
													}
													if (typeof data14 == "number" && isFinite(data14)) {
														if (data14 < 1 || isNaN(data14)) {
															validate3.errors = [{
																instancePath: instancePath + "/sync_destinations/" + i0 + "/id",
																schemaPath: "#/properties/sync_destinations/items/properties/id/minimum",
																keyword: "minimum",
																params: {
																	comparison: ">=",
																	limit: 1
																},
																message: "must be >= 1"
															}];
															return false;
														}
													}
													var valid4 = true;
												} else var valid4 = true;
												if (valid4) {
													if (data13.name !== void 0) {
														let data15 = data13.name;
														if (typeof data15 === "string") {
															if (!pattern2.test(data15)) {
																validate3.errors = [{
																	instancePath: instancePath + "/sync_destinations/" + i0 + "/name",
																	schemaPath: "#/properties/sync_destinations/items/properties/name/pattern",
																	keyword: "pattern",
																	params: { pattern: "^[a-z0-9][a-z0-9_.-]{0,62}$" },
																	message: "must match pattern \"^[a-z0-9][a-z0-9_.-]{0,62}$\""
																}];
																return false;
															}
														} else {
															validate3.errors = [{
																instancePath: instancePath + "/sync_destinations/" + i0 + "/name",
																schemaPath: "#/properties/sync_destinations/items/properties/name/type",
																keyword: "type",
																params: { type: "string" },
																message: "must be string"
															}];
															return false;
														}
														var valid4 = true;
													} else var valid4 = true;
													if (valid4) {
														if (data13.engine !== void 0) {
															let data16 = data13.engine;
															if (typeof data16 !== "string") {
																validate3.errors = [{
																	instancePath: instancePath + "/sync_destinations/" + i0 + "/engine",
																	schemaPath: "#/properties/sync_destinations/items/properties/engine/type",
																	keyword: "type",
																	params: { type: "string" },
																	message: "must be string"
																}];
																return false;
															}
															if (!(data16 === "push" || data16 === "native")) {
																validate3.errors = [{
																	instancePath: instancePath + "/sync_destinations/" + i0 + "/engine",
																	schemaPath: "#/properties/sync_destinations/items/properties/engine/enum",
																	keyword: "enum",
																	params: { allowedValues: schema3.properties.sync_destinations.items.properties.engine.enum },
																	message: "must be equal to one of the allowed values"
																}];
																return false;
															}
															var valid4 = true;
														} else var valid4 = true;
														if (valid4) {
															if (data13.ring !== void 0) {
																let data17 = data13.ring;
																if (typeof data17 !== "string" && data17 !== null) {
																	validate3.errors = [{
																		instancePath: instancePath + "/sync_destinations/" + i0 + "/ring",
																		schemaPath: "#/properties/sync_destinations/items/properties/ring/type",
																		keyword: "type",
																		params: { type: schema3.properties.sync_destinations.items.properties.ring.type },
																		message: "must be string,null"
																	}];
																	return false;
																}
																var valid4 = true;
															} else var valid4 = true;
															if (valid4) {
																if (data13.hold !== void 0) {
																	let data18 = data13.hold;
																	if (!(data18 && typeof data18 == "object" && !Array.isArray(data18)) && data18 !== null) {
																		validate3.errors = [{
																			instancePath: instancePath + "/sync_destinations/" + i0 + "/hold",
																			schemaPath: "#/properties/sync_destinations/items/properties/hold/type",
																			keyword: "type",
																			params: { type: schema3.properties.sync_destinations.items.properties.hold.type },
																			message: "must be object,null"
																		}];
																		return false;
																	}
																	if (data18 && typeof data18 == "object" && !Array.isArray(data18)) {
																		let missing4;
																		if (data18.reason === void 0 && (missing4 = "reason") || data18.owner === void 0 && (missing4 = "owner") || data18.until === void 0 && (missing4 = "until")) {
																			validate3.errors = [{
																				instancePath: instancePath + "/sync_destinations/" + i0 + "/hold",
																				schemaPath: "#/properties/sync_destinations/items/properties/hold/required",
																				keyword: "required",
																				params: { missingProperty: missing4 },
																				message: "must have required property '" + missing4 + "'"
																			}];
																			return false;
																		} else {
																			for (const key4 in data18) if (!(key4 === "reason" || key4 === "owner" || key4 === "until")) {
																				validate3.errors = [{
																					instancePath: instancePath + "/sync_destinations/" + i0 + "/hold",
																					schemaPath: "#/properties/sync_destinations/items/properties/hold/additionalProperties",
																					keyword: "additionalProperties",
																					params: { additionalProperty: key4 },
																					message: "must NOT have additional properties"
																				}];
																				return false;
																			}
																			if (data18.reason !== void 0) {
																				if (typeof data18.reason !== "string") {
																					validate3.errors = [{
																						instancePath: instancePath + "/sync_destinations/" + i0 + "/hold/reason",
																						schemaPath: "#/properties/sync_destinations/items/properties/hold/properties/reason/type",
																						keyword: "type",
																						params: { type: "string" },
																						message: "must be string"
																					}];
																					return false;
																				}
																				var valid5 = true;
																			} else var valid5 = true;
																			if (valid5) {
																				if (data18.owner !== void 0) {
																					let data20 = data18.owner;
																					if (typeof data20 !== "string" && data20 !== null) {
																						validate3.errors = [{
																							instancePath: instancePath + "/sync_destinations/" + i0 + "/hold/owner",
																							schemaPath: "#/properties/sync_destinations/items/properties/hold/properties/owner/type",
																							keyword: "type",
																							params: { type: schema3.properties.sync_destinations.items.properties.hold.properties.owner.type },
																							message: "must be string,null"
																						}];
																						return false;
																					}
																					var valid5 = true;
																				} else var valid5 = true;
																				if (valid5) {
																					if (data18.until !== void 0) {
																						let data21 = data18.until;
																						if (typeof data21 !== "string" && data21 !== null) {
																							validate3.errors = [{
																								instancePath: instancePath + "/sync_destinations/" + i0 + "/hold/until",
																								schemaPath: "#/properties/sync_destinations/items/properties/hold/properties/until/type",
																								keyword: "type",
																								params: { type: schema3.properties.sync_destinations.items.properties.hold.properties.until.type },
																								message: "must be string,null"
																							}];
																							return false;
																						}
																						var valid5 = true;
																					} else var valid5 = true;
																				}
																			}
																		}
																	}
																	var valid4 = true;
																} else var valid4 = true;
																if (valid4) {
																	if (data13.pin !== void 0) {
																		let data22 = data13.pin;
																		if (!(data22 && typeof data22 == "object" && !Array.isArray(data22)) && data22 !== null) {
																			validate3.errors = [{
																				instancePath: instancePath + "/sync_destinations/" + i0 + "/pin",
																				schemaPath: "#/properties/sync_destinations/items/properties/pin/type",
																				keyword: "type",
																				params: { type: schema3.properties.sync_destinations.items.properties.pin.type },
																				message: "must be object,null"
																			}];
																			return false;
																		}
																		if (data22 && typeof data22 == "object" && !Array.isArray(data22)) {
																			let missing5;
																			if (data22.commit === void 0 && (missing5 = "commit") || data22.reason === void 0 && (missing5 = "reason") || data22.owner === void 0 && (missing5 = "owner") || data22.until === void 0 && (missing5 = "until") || data22.stories === void 0 && (missing5 = "stories")) {
																				validate3.errors = [{
																					instancePath: instancePath + "/sync_destinations/" + i0 + "/pin",
																					schemaPath: "#/properties/sync_destinations/items/properties/pin/required",
																					keyword: "required",
																					params: { missingProperty: missing5 },
																					message: "must have required property '" + missing5 + "'"
																				}];
																				return false;
																			} else {
																				for (const key5 in data22) if (!(key5 === "commit" || key5 === "reason" || key5 === "owner" || key5 === "until" || key5 === "stories")) {
																					validate3.errors = [{
																						instancePath: instancePath + "/sync_destinations/" + i0 + "/pin",
																						schemaPath: "#/properties/sync_destinations/items/properties/pin/additionalProperties",
																						keyword: "additionalProperties",
																						params: { additionalProperty: key5 },
																						message: "must NOT have additional properties"
																					}];
																					return false;
																				}
																				if (data22.commit !== void 0) {
																					if (typeof data22.commit !== "string") {
																						validate3.errors = [{
																							instancePath: instancePath + "/sync_destinations/" + i0 + "/pin/commit",
																							schemaPath: "#/properties/sync_destinations/items/properties/pin/properties/commit/type",
																							keyword: "type",
																							params: { type: "string" },
																							message: "must be string"
																						}];
																						return false;
																					}
																					var valid6 = true;
																				} else var valid6 = true;
																				if (valid6) {
																					if (data22.reason !== void 0) {
																						if (typeof data22.reason !== "string") {
																							validate3.errors = [{
																								instancePath: instancePath + "/sync_destinations/" + i0 + "/pin/reason",
																								schemaPath: "#/properties/sync_destinations/items/properties/pin/properties/reason/type",
																								keyword: "type",
																								params: { type: "string" },
																								message: "must be string"
																							}];
																							return false;
																						}
																						var valid6 = true;
																					} else var valid6 = true;
																					if (valid6) {
																						if (data22.owner !== void 0) {
																							let data25 = data22.owner;
																							if (typeof data25 !== "string" && data25 !== null) {
																								validate3.errors = [{
																									instancePath: instancePath + "/sync_destinations/" + i0 + "/pin/owner",
																									schemaPath: "#/properties/sync_destinations/items/properties/pin/properties/owner/type",
																									keyword: "type",
																									params: { type: schema3.properties.sync_destinations.items.properties.pin.properties.owner.type },
																									message: "must be string,null"
																								}];
																								return false;
																							}
																							var valid6 = true;
																						} else var valid6 = true;
																						if (valid6) {
																							if (data22.until !== void 0) {
																								let data26 = data22.until;
																								if (typeof data26 !== "string" && data26 !== null) {
																									validate3.errors = [{
																										instancePath: instancePath + "/sync_destinations/" + i0 + "/pin/until",
																										schemaPath: "#/properties/sync_destinations/items/properties/pin/properties/until/type",
																										keyword: "type",
																										params: { type: schema3.properties.sync_destinations.items.properties.pin.properties.until.type },
																										message: "must be string,null"
																									}];
																									return false;
																								}
																								var valid6 = true;
																							} else var valid6 = true;
																							if (valid6) {
																								if (data22.stories !== void 0) {
																									let data27 = data22.stories;
																									if (!Array.isArray(data27) && data27 !== null) {
																										validate3.errors = [{
																											instancePath: instancePath + "/sync_destinations/" + i0 + "/pin/stories",
																											schemaPath: "#/properties/sync_destinations/items/properties/pin/properties/stories/type",
																											keyword: "type",
																											params: { type: schema3.properties.sync_destinations.items.properties.pin.properties.stories.type },
																											message: "must be array,null"
																										}];
																										return false;
																									}
																									if (Array.isArray(data27)) {
																										const len1 = data27.length;
																										for (let i1 = 0; i1 < len1; i1++) {
																											let data28 = data27[i1];
																											if (typeof data28 === "string") {
																												if (!pattern2.test(data28)) {
																													validate3.errors = [{
																														instancePath: instancePath + "/sync_destinations/" + i0 + "/pin/stories/" + i1,
																														schemaPath: "#/properties/sync_destinations/items/properties/pin/properties/stories/items/pattern",
																														keyword: "pattern",
																														params: { pattern: "^[a-z0-9][a-z0-9_.-]{0,62}$" },
																														message: "must match pattern \"^[a-z0-9][a-z0-9_.-]{0,62}$\""
																													}];
																													return false;
																												}
																											} else {
																												validate3.errors = [{
																													instancePath: instancePath + "/sync_destinations/" + i0 + "/pin/stories/" + i1,
																													schemaPath: "#/properties/sync_destinations/items/properties/pin/properties/stories/items/type",
																													keyword: "type",
																													params: { type: "string" },
																													message: "must be string"
																												}];
																												return false;
																											}
																										}
																									}
																									var valid6 = true;
																								} else var valid6 = true;
																							}
																						}
																					}
																				}
																			}
																		}
																		var valid4 = true;
																	} else var valid4 = true;
																	if (valid4) {
																		if (data13.destination_tenant_url !== void 0) {
																			if (typeof data13.destination_tenant_url !== "string") {
																				validate3.errors = [{
																					instancePath: instancePath + "/sync_destinations/" + i0 + "/destination_tenant_url",
																					schemaPath: "#/properties/sync_destinations/items/properties/destination_tenant_url/type",
																					keyword: "type",
																					params: { type: "string" },
																					message: "must be string"
																				}];
																				return false;
																			}
																			var valid4 = true;
																		} else var valid4 = true;
																		if (valid4) {
																			if (data13.destination_team_id !== void 0) {
																				let data30 = data13.destination_team_id;
																				if (!(typeof data30 == "number" && !(data30 % 1) && !isNaN(data30) && isFinite(data30))) {
																					validate3.errors = [{
																						instancePath: instancePath + "/sync_destinations/" + i0 + "/destination_team_id",
																						schemaPath: "#/properties/sync_destinations/items/properties/destination_team_id/type",
																						keyword: "type",
																						params: { type: "integer" },
																						message: "must be integer"
																					}];
																					return false;
																				}
																				if (typeof data30 == "number" && isFinite(data30)) {
																					if (data30 < 1 || isNaN(data30)) {
																						validate3.errors = [{
																							instancePath: instancePath + "/sync_destinations/" + i0 + "/destination_team_id",
																							schemaPath: "#/properties/sync_destinations/items/properties/destination_team_id/minimum",
																							keyword: "minimum",
																							params: {
																								comparison: ">=",
																								limit: 1
																							},
																							message: "must be >= 1"
																						}];
																						return false;
																					}
																				}
																				var valid4 = true;
																			} else var valid4 = true;
																			if (valid4) {
																				if (data13.origin_team_id !== void 0) {
																					let data31 = data13.origin_team_id;
																					if (!(typeof data31 == "number" && !(data31 % 1) && !isNaN(data31) && isFinite(data31)) && data31 !== null) {
																						validate3.errors = [{
																							instancePath: instancePath + "/sync_destinations/" + i0 + "/origin_team_id",
																							schemaPath: "#/properties/sync_destinations/items/properties/origin_team_id/type",
																							keyword: "type",
																							params: { type: schema3.properties.sync_destinations.items.properties.origin_team_id.type },
																							message: "must be integer,null"
																						}];
																						return false;
																					}
																					if (typeof data31 == "number" && isFinite(data31)) {
																						if (data31 < 1 || isNaN(data31)) {
																							validate3.errors = [{
																								instancePath: instancePath + "/sync_destinations/" + i0 + "/origin_team_id",
																								schemaPath: "#/properties/sync_destinations/items/properties/origin_team_id/minimum",
																								keyword: "minimum",
																								params: {
																									comparison: ">=",
																									limit: 1
																								},
																								message: "must be >= 1"
																							}];
																							return false;
																						}
																					}
																					var valid4 = true;
																				} else var valid4 = true;
																				if (valid4) {
																					if (data13.manual_sync_only !== void 0) {
																						if (typeof data13.manual_sync_only !== "boolean") {
																							validate3.errors = [{
																								instancePath: instancePath + "/sync_destinations/" + i0 + "/manual_sync_only",
																								schemaPath: "#/properties/sync_destinations/items/properties/manual_sync_only/type",
																								keyword: "type",
																								params: { type: "boolean" },
																								message: "must be boolean"
																							}];
																							return false;
																						}
																						var valid4 = true;
																					} else var valid4 = true;
																					if (valid4) {
																						if (data13.subscriptions !== void 0) {
																							let data33 = data13.subscriptions;
																							if (Array.isArray(data33)) {
																								const len2 = data33.length;
																								for (let i2 = 0; i2 < len2; i2++) {
																									let data34 = data33[i2];
																									if (data34 && typeof data34 == "object" && !Array.isArray(data34)) {
																										let missing6;
																										if (data34.story === void 0 && (missing6 = "story") || data34.status === void 0 && (missing6 = "status") || data34.error_message === void 0 && (missing6 = "error_message") || data34.reason === void 0 && (missing6 = "reason") || data34.message === void 0 && (missing6 = "message") || data34.hint === void 0 && (missing6 = "hint") || data34.detached === void 0 && (missing6 = "detached") || data34.detachment === void 0 && (missing6 = "detachment") || data34.did === void 0 && (missing6 = "did") || data34.destination_story_id === void 0 && (missing6 = "destination_story_id") || data34.synced_at === void 0 && (missing6 = "synced_at") || data34.commit === void 0 && (missing6 = "commit") || data34.behind === void 0 && (missing6 = "behind") || data34.recorded_at === void 0 && (missing6 = "recorded_at") || data34.warnings === void 0 && (missing6 = "warnings")) {
																											validate3.errors = [{
																												instancePath: instancePath + "/sync_destinations/" + i0 + "/subscriptions/" + i2,
																												schemaPath: "#/properties/sync_destinations/items/properties/subscriptions/items/required",
																												keyword: "required",
																												params: { missingProperty: missing6 },
																												message: "must have required property '" + missing6 + "'"
																											}];
																											return false;
																										} else {
																											for (const key6 in data34) if (!func0.call(schema3.properties.sync_destinations.items.properties.subscriptions.items.properties, key6)) {
																												validate3.errors = [{
																													instancePath: instancePath + "/sync_destinations/" + i0 + "/subscriptions/" + i2,
																													schemaPath: "#/properties/sync_destinations/items/properties/subscriptions/items/additionalProperties",
																													keyword: "additionalProperties",
																													params: { additionalProperty: key6 },
																													message: "must NOT have additional properties"
																												}];
																												return false;
																											}
																											if (data34.story !== void 0) {
																												let data35 = data34.story;
																												if (data35 && typeof data35 == "object" && !Array.isArray(data35)) {
																													let missing7;
																													if (data35.id === void 0 && (missing7 = "id") || data35.name === void 0 && (missing7 = "name") || data35.key === void 0 && (missing7 = "key")) {
																														validate3.errors = [{
																															instancePath: instancePath + "/sync_destinations/" + i0 + "/subscriptions/" + i2 + "/story",
																															schemaPath: "#/properties/sync_destinations/items/properties/subscriptions/items/properties/story/required",
																															keyword: "required",
																															params: { missingProperty: missing7 },
																															message: "must have required property '" + missing7 + "'"
																														}];
																														return false;
																													} else {
																														for (const key7 in data35) if (!(key7 === "id" || key7 === "name" || key7 === "key")) {
																															validate3.errors = [{
																																instancePath: instancePath + "/sync_destinations/" + i0 + "/subscriptions/" + i2 + "/story",
																																schemaPath: "#/properties/sync_destinations/items/properties/subscriptions/items/properties/story/additionalProperties",
																																keyword: "additionalProperties",
																																params: { additionalProperty: key7 },
																																message: "must NOT have additional properties"
																															}];
																															return false;
																														}
																														if (data35.id !== void 0) {
																															let data36 = data35.id;
																															if (!(typeof data36 == "number" && !(data36 % 1) && !isNaN(data36) && isFinite(data36)) && data36 !== null) {
																																validate3.errors = [{
																																	instancePath: instancePath + "/sync_destinations/" + i0 + "/subscriptions/" + i2 + "/story/id",
																																	schemaPath: "#/properties/sync_destinations/items/properties/subscriptions/items/properties/story/properties/id/type",
																																	keyword: "type",
																																	params: { type: schema3.properties.sync_destinations.items.properties.subscriptions.items.properties.story.properties.id.type },
																																	message: "must be integer,null"
																																}];
																																return false;
																															}
																															if (typeof data36 == "number" && isFinite(data36)) {
																																if (data36 < 1 || isNaN(data36)) {
																																	validate3.errors = [{
																																		instancePath: instancePath + "/sync_destinations/" + i0 + "/subscriptions/" + i2 + "/story/id",
																																		schemaPath: "#/properties/sync_destinations/items/properties/subscriptions/items/properties/story/properties/id/minimum",
																																		keyword: "minimum",
																																		params: {
																																			comparison: ">=",
																																			limit: 1
																																		},
																																		message: "must be >= 1"
																																	}];
																																	return false;
																																}
																															}
																															var valid10 = true;
																														} else var valid10 = true;
																														if (valid10) {
																															if (data35.name !== void 0) {
																																if (typeof data35.name !== "string") {
																																	validate3.errors = [{
																																		instancePath: instancePath + "/sync_destinations/" + i0 + "/subscriptions/" + i2 + "/story/name",
																																		schemaPath: "#/properties/sync_destinations/items/properties/subscriptions/items/properties/story/properties/name/type",
																																		keyword: "type",
																																		params: { type: "string" },
																																		message: "must be string"
																																	}];
																																	return false;
																																}
																																var valid10 = true;
																															} else var valid10 = true;
																															if (valid10) {
																																if (data35.key !== void 0) {
																																	let data38 = data35.key;
																																	if (typeof data38 === "string") {
																																		if (!pattern2.test(data38)) {
																																			validate3.errors = [{
																																				instancePath: instancePath + "/sync_destinations/" + i0 + "/subscriptions/" + i2 + "/story/key",
																																				schemaPath: "#/properties/sync_destinations/items/properties/subscriptions/items/properties/story/properties/key/pattern",
																																				keyword: "pattern",
																																				params: { pattern: "^[a-z0-9][a-z0-9_.-]{0,62}$" },
																																				message: "must match pattern \"^[a-z0-9][a-z0-9_.-]{0,62}$\""
																																			}];
																																			return false;
																																		}
																																	} else {
																																		validate3.errors = [{
																																			instancePath: instancePath + "/sync_destinations/" + i0 + "/subscriptions/" + i2 + "/story/key",
																																			schemaPath: "#/properties/sync_destinations/items/properties/subscriptions/items/properties/story/properties/key/type",
																																			keyword: "type",
																																			params: { type: "string" },
																																			message: "must be string"
																																		}];
																																		return false;
																																	}
																																	var valid10 = true;
																																} else var valid10 = true;
																															}
																														}
																													}
																												} else {
																													validate3.errors = [{
																														instancePath: instancePath + "/sync_destinations/" + i0 + "/subscriptions/" + i2 + "/story",
																														schemaPath: "#/properties/sync_destinations/items/properties/subscriptions/items/properties/story/type",
																														keyword: "type",
																														params: { type: "object" },
																														message: "must be object"
																													}];
																													return false;
																												}
																												var valid9 = true;
																											} else var valid9 = true;
																											if (valid9) {
																												if (data34.status !== void 0) {
																													let data39 = data34.status;
																													if (typeof data39 !== "string") {
																														validate3.errors = [{
																															instancePath: instancePath + "/sync_destinations/" + i0 + "/subscriptions/" + i2 + "/status",
																															schemaPath: "#/properties/sync_destinations/items/properties/subscriptions/items/properties/status/type",
																															keyword: "type",
																															params: { type: "string" },
																															message: "must be string"
																														}];
																														return false;
																													}
																													if (!(data39 === "synced" || data39 === "failed" || data39 === "requires_sync")) {
																														validate3.errors = [{
																															instancePath: instancePath + "/sync_destinations/" + i0 + "/subscriptions/" + i2 + "/status",
																															schemaPath: "#/properties/sync_destinations/items/properties/subscriptions/items/properties/status/enum",
																															keyword: "enum",
																															params: { allowedValues: schema3.properties.sync_destinations.items.properties.subscriptions.items.properties.status.enum },
																															message: "must be equal to one of the allowed values"
																														}];
																														return false;
																													}
																													var valid9 = true;
																												} else var valid9 = true;
																												if (valid9) {
																													if (data34.error_message !== void 0) {
																														let data40 = data34.error_message;
																														if (typeof data40 !== "string" && data40 !== null) {
																															validate3.errors = [{
																																instancePath: instancePath + "/sync_destinations/" + i0 + "/subscriptions/" + i2 + "/error_message",
																																schemaPath: "#/properties/sync_destinations/items/properties/subscriptions/items/properties/error_message/type",
																																keyword: "type",
																																params: { type: schema3.properties.sync_destinations.items.properties.subscriptions.items.properties.error_message.type },
																																message: "must be string,null"
																															}];
																															return false;
																														}
																														var valid9 = true;
																													} else var valid9 = true;
																													if (valid9) {
																														if (data34.reason !== void 0) {
																															let data41 = data34.reason;
																															if (typeof data41 !== "string" && data41 !== null) {
																																validate3.errors = [{
																																	instancePath: instancePath + "/sync_destinations/" + i0 + "/subscriptions/" + i2 + "/reason",
																																	schemaPath: "#/properties/sync_destinations/items/properties/subscriptions/items/properties/reason/type",
																																	keyword: "type",
																																	params: { type: schema3.properties.sync_destinations.items.properties.subscriptions.items.properties.reason.type },
																																	message: "must be string,null"
																																}];
																																return false;
																															}
																															if (!(data41 === "new" || data41 === "content_changed" || data41 === "drift" || data41 === "renamed" || data41 === "recreated" || data41 === "forced" || data41 === "detached" || data41 === "manual_sync_only" || data41 === "not_ours" || data41 === "ambiguous_name" || data41 === "missing_prerequisite" || data41 === "change_control" || data41 === "ingress_ambiguous" || data41 === "missing_key" || data41 === "unauthorized" || data41 === "unreachable" || data41 === "unreadable" || data41 === "rejected" || data41 === "verify_failed" || data41 === "plan_stale" || data41 === "superseded" || data41 === "awaiting_approval" || data41 === "awaiting_ring" || data41 === "outside_window" || data41 === "held" || data41 === "pinned" || data41 === "halted" || data41 === "not_reached" || data41 === "internal" || data41 === null)) {
																																validate3.errors = [{
																																	instancePath: instancePath + "/sync_destinations/" + i0 + "/subscriptions/" + i2 + "/reason",
																																	schemaPath: "#/properties/sync_destinations/items/properties/subscriptions/items/properties/reason/enum",
																																	keyword: "enum",
																																	params: { allowedValues: schema3.properties.sync_destinations.items.properties.subscriptions.items.properties.reason.enum },
																																	message: "must be equal to one of the allowed values"
																																}];
																																return false;
																															}
																															var valid9 = true;
																														} else var valid9 = true;
																														if (valid9) {
																															if (data34.message !== void 0) {
																																let data42 = data34.message;
																																if (typeof data42 !== "string" && data42 !== null) {
																																	validate3.errors = [{
																																		instancePath: instancePath + "/sync_destinations/" + i0 + "/subscriptions/" + i2 + "/message",
																																		schemaPath: "#/properties/sync_destinations/items/properties/subscriptions/items/properties/message/type",
																																		keyword: "type",
																																		params: { type: schema3.properties.sync_destinations.items.properties.subscriptions.items.properties.message.type },
																																		message: "must be string,null"
																																	}];
																																	return false;
																																}
																																var valid9 = true;
																															} else var valid9 = true;
																															if (valid9) {
																																if (data34.hint !== void 0) {
																																	let data43 = data34.hint;
																																	if (typeof data43 !== "string" && data43 !== null) {
																																		validate3.errors = [{
																																			instancePath: instancePath + "/sync_destinations/" + i0 + "/subscriptions/" + i2 + "/hint",
																																			schemaPath: "#/properties/sync_destinations/items/properties/subscriptions/items/properties/hint/type",
																																			keyword: "type",
																																			params: { type: schema3.properties.sync_destinations.items.properties.subscriptions.items.properties.hint.type },
																																			message: "must be string,null"
																																		}];
																																		return false;
																																	}
																																	var valid9 = true;
																																} else var valid9 = true;
																																if (valid9) {
																																	if (data34.detached !== void 0) {
																																		if (typeof data34.detached !== "boolean") {
																																			validate3.errors = [{
																																				instancePath: instancePath + "/sync_destinations/" + i0 + "/subscriptions/" + i2 + "/detached",
																																				schemaPath: "#/properties/sync_destinations/items/properties/subscriptions/items/properties/detached/type",
																																				keyword: "type",
																																				params: { type: "boolean" },
																																				message: "must be boolean"
																																			}];
																																			return false;
																																		}
																																		var valid9 = true;
																																	} else var valid9 = true;
																																	if (valid9) {
																																		if (data34.detachment !== void 0) {
																																			let data45 = data34.detachment;
																																			if (!(data45 && typeof data45 == "object" && !Array.isArray(data45)) && data45 !== null) {
																																				validate3.errors = [{
																																					instancePath: instancePath + "/sync_destinations/" + i0 + "/subscriptions/" + i2 + "/detachment",
																																					schemaPath: "#/properties/sync_destinations/items/properties/subscriptions/items/properties/detachment/type",
																																					keyword: "type",
																																					params: { type: schema3.properties.sync_destinations.items.properties.subscriptions.items.properties.detachment.type },
																																					message: "must be object,null"
																																				}];
																																				return false;
																																			}
																																			if (data45 && typeof data45 == "object" && !Array.isArray(data45)) {
																																				let missing8;
																																				if (data45.reason === void 0 && (missing8 = "reason") || data45.owner === void 0 && (missing8 = "owner") || data45.until === void 0 && (missing8 = "until")) {
																																					validate3.errors = [{
																																						instancePath: instancePath + "/sync_destinations/" + i0 + "/subscriptions/" + i2 + "/detachment",
																																						schemaPath: "#/properties/sync_destinations/items/properties/subscriptions/items/properties/detachment/required",
																																						keyword: "required",
																																						params: { missingProperty: missing8 },
																																						message: "must have required property '" + missing8 + "'"
																																					}];
																																					return false;
																																				} else {
																																					for (const key8 in data45) if (!(key8 === "reason" || key8 === "owner" || key8 === "until")) {
																																						validate3.errors = [{
																																							instancePath: instancePath + "/sync_destinations/" + i0 + "/subscriptions/" + i2 + "/detachment",
																																							schemaPath: "#/properties/sync_destinations/items/properties/subscriptions/items/properties/detachment/additionalProperties",
																																							keyword: "additionalProperties",
																																							params: { additionalProperty: key8 },
																																							message: "must NOT have additional properties"
																																						}];
																																						return false;
																																					}
																																					if (data45.reason !== void 0) {
																																						if (typeof data45.reason !== "string") {
																																							validate3.errors = [{
																																								instancePath: instancePath + "/sync_destinations/" + i0 + "/subscriptions/" + i2 + "/detachment/reason",
																																								schemaPath: "#/properties/sync_destinations/items/properties/subscriptions/items/properties/detachment/properties/reason/type",
																																								keyword: "type",
																																								params: { type: "string" },
																																								message: "must be string"
																																							}];
																																							return false;
																																						}
																																						var valid11 = true;
																																					} else var valid11 = true;
																																					if (valid11) {
																																						if (data45.owner !== void 0) {
																																							let data47 = data45.owner;
																																							if (typeof data47 !== "string" && data47 !== null) {
																																								validate3.errors = [{
																																									instancePath: instancePath + "/sync_destinations/" + i0 + "/subscriptions/" + i2 + "/detachment/owner",
																																									schemaPath: "#/properties/sync_destinations/items/properties/subscriptions/items/properties/detachment/properties/owner/type",
																																									keyword: "type",
																																									params: { type: schema3.properties.sync_destinations.items.properties.subscriptions.items.properties.detachment.properties.owner.type },
																																									message: "must be string,null"
																																								}];
																																								return false;
																																							}
																																							var valid11 = true;
																																						} else var valid11 = true;
																																						if (valid11) {
																																							if (data45.until !== void 0) {
																																								let data48 = data45.until;
																																								if (typeof data48 !== "string" && data48 !== null) {
																																									validate3.errors = [{
																																										instancePath: instancePath + "/sync_destinations/" + i0 + "/subscriptions/" + i2 + "/detachment/until",
																																										schemaPath: "#/properties/sync_destinations/items/properties/subscriptions/items/properties/detachment/properties/until/type",
																																										keyword: "type",
																																										params: { type: schema3.properties.sync_destinations.items.properties.subscriptions.items.properties.detachment.properties.until.type },
																																										message: "must be string,null"
																																									}];
																																									return false;
																																								}
																																								var valid11 = true;
																																							} else var valid11 = true;
																																						}
																																					}
																																				}
																																			}
																																			var valid9 = true;
																																		} else var valid9 = true;
																																		if (valid9) {
																																			if (data34.did !== void 0) {
																																				let data49 = data34.did;
																																				if (typeof data49 !== "string") {
																																					validate3.errors = [{
																																						instancePath: instancePath + "/sync_destinations/" + i0 + "/subscriptions/" + i2 + "/did",
																																						schemaPath: "#/properties/sync_destinations/items/properties/subscriptions/items/properties/did/type",
																																						keyword: "type",
																																						params: { type: "string" },
																																						message: "must be string"
																																					}];
																																					return false;
																																				}
																																				if (!(data49 === "created" || data49 === "updated" || data49 === "unchanged" || data49 === "nothing")) {
																																					validate3.errors = [{
																																						instancePath: instancePath + "/sync_destinations/" + i0 + "/subscriptions/" + i2 + "/did",
																																						schemaPath: "#/properties/sync_destinations/items/properties/subscriptions/items/properties/did/enum",
																																						keyword: "enum",
																																						params: { allowedValues: schema3.properties.sync_destinations.items.properties.subscriptions.items.properties.did.enum },
																																						message: "must be equal to one of the allowed values"
																																					}];
																																					return false;
																																				}
																																				var valid9 = true;
																																			} else var valid9 = true;
																																			if (valid9) {
																																				if (data34.destination_story_id !== void 0) {
																																					let data50 = data34.destination_story_id;
																																					if (!(typeof data50 == "number" && !(data50 % 1) && !isNaN(data50) && isFinite(data50)) && data50 !== null) {
																																						validate3.errors = [{
																																							instancePath: instancePath + "/sync_destinations/" + i0 + "/subscriptions/" + i2 + "/destination_story_id",
																																							schemaPath: "#/properties/sync_destinations/items/properties/subscriptions/items/properties/destination_story_id/type",
																																							keyword: "type",
																																							params: { type: schema3.properties.sync_destinations.items.properties.subscriptions.items.properties.destination_story_id.type },
																																							message: "must be integer,null"
																																						}];
																																						return false;
																																					}
																																					if (typeof data50 == "number" && isFinite(data50)) {
																																						if (data50 < 1 || isNaN(data50)) {
																																							validate3.errors = [{
																																								instancePath: instancePath + "/sync_destinations/" + i0 + "/subscriptions/" + i2 + "/destination_story_id",
																																								schemaPath: "#/properties/sync_destinations/items/properties/subscriptions/items/properties/destination_story_id/minimum",
																																								keyword: "minimum",
																																								params: {
																																									comparison: ">=",
																																									limit: 1
																																								},
																																								message: "must be >= 1"
																																							}];
																																							return false;
																																						}
																																					}
																																					var valid9 = true;
																																				} else var valid9 = true;
																																				if (valid9) {
																																					if (data34.synced_at !== void 0) {
																																						let data51 = data34.synced_at;
																																						if (typeof data51 !== "string" && data51 !== null) {
																																							validate3.errors = [{
																																								instancePath: instancePath + "/sync_destinations/" + i0 + "/subscriptions/" + i2 + "/synced_at",
																																								schemaPath: "#/properties/sync_destinations/items/properties/subscriptions/items/properties/synced_at/type",
																																								keyword: "type",
																																								params: { type: schema3.properties.sync_destinations.items.properties.subscriptions.items.properties.synced_at.type },
																																								message: "must be string,null"
																																							}];
																																							return false;
																																						}
																																						var valid9 = true;
																																					} else var valid9 = true;
																																					if (valid9) {
																																						if (data34.commit !== void 0) {
																																							let data52 = data34.commit;
																																							if (typeof data52 !== "string" && data52 !== null) {
																																								validate3.errors = [{
																																									instancePath: instancePath + "/sync_destinations/" + i0 + "/subscriptions/" + i2 + "/commit",
																																									schemaPath: "#/properties/sync_destinations/items/properties/subscriptions/items/properties/commit/type",
																																									keyword: "type",
																																									params: { type: schema3.properties.sync_destinations.items.properties.subscriptions.items.properties.commit.type },
																																									message: "must be string,null"
																																								}];
																																								return false;
																																							}
																																							if (typeof data52 === "string") {
																																								if (!pattern1.test(data52)) {
																																									validate3.errors = [{
																																										instancePath: instancePath + "/sync_destinations/" + i0 + "/subscriptions/" + i2 + "/commit",
																																										schemaPath: "#/properties/sync_destinations/items/properties/subscriptions/items/properties/commit/pattern",
																																										keyword: "pattern",
																																										params: { pattern: "^[0-9a-f]{7,64}$" },
																																										message: "must match pattern \"^[0-9a-f]{7,64}$\""
																																									}];
																																									return false;
																																								}
																																							}
																																							var valid9 = true;
																																						} else var valid9 = true;
																																						if (valid9) {
																																							if (data34.behind !== void 0) {
																																								let data53 = data34.behind;
																																								if (!(data53 && typeof data53 == "object" && !Array.isArray(data53)) && data53 !== null) {
																																									validate3.errors = [{
																																										instancePath: instancePath + "/sync_destinations/" + i0 + "/subscriptions/" + i2 + "/behind",
																																										schemaPath: "#/properties/sync_destinations/items/properties/subscriptions/items/properties/behind/type",
																																										keyword: "type",
																																										params: { type: schema3.properties.sync_destinations.items.properties.subscriptions.items.properties.behind.type },
																																										message: "must be object,null"
																																									}];
																																									return false;
																																								}
																																								if (data53 && typeof data53 == "object" && !Array.isArray(data53)) {
																																									let missing9;
																																									if (data53.commits === void 0 && (missing9 = "commits") || data53.since === void 0 && (missing9 = "since")) {
																																										validate3.errors = [{
																																											instancePath: instancePath + "/sync_destinations/" + i0 + "/subscriptions/" + i2 + "/behind",
																																											schemaPath: "#/properties/sync_destinations/items/properties/subscriptions/items/properties/behind/required",
																																											keyword: "required",
																																											params: { missingProperty: missing9 },
																																											message: "must have required property '" + missing9 + "'"
																																										}];
																																										return false;
																																									} else {
																																										for (const key9 in data53) if (!(key9 === "commits" || key9 === "since")) {
																																											validate3.errors = [{
																																												instancePath: instancePath + "/sync_destinations/" + i0 + "/subscriptions/" + i2 + "/behind",
																																												schemaPath: "#/properties/sync_destinations/items/properties/subscriptions/items/properties/behind/additionalProperties",
																																												keyword: "additionalProperties",
																																												params: { additionalProperty: key9 },
																																												message: "must NOT have additional properties"
																																											}];
																																											return false;
																																										}
																																										if (data53.commits !== void 0) {
																																											let data54 = data53.commits;
																																											if (!(typeof data54 == "number" && !(data54 % 1) && !isNaN(data54) && isFinite(data54))) {
																																												validate3.errors = [{
																																													instancePath: instancePath + "/sync_destinations/" + i0 + "/subscriptions/" + i2 + "/behind/commits",
																																													schemaPath: "#/properties/sync_destinations/items/properties/subscriptions/items/properties/behind/properties/commits/type",
																																													keyword: "type",
																																													params: { type: "integer" },
																																													message: "must be integer"
																																												}];
																																												return false;
																																											}
																																											if (typeof data54 == "number" && isFinite(data54)) {
																																												if (data54 < 1 || isNaN(data54)) {
																																													validate3.errors = [{
																																														instancePath: instancePath + "/sync_destinations/" + i0 + "/subscriptions/" + i2 + "/behind/commits",
																																														schemaPath: "#/properties/sync_destinations/items/properties/subscriptions/items/properties/behind/properties/commits/minimum",
																																														keyword: "minimum",
																																														params: {
																																															comparison: ">=",
																																															limit: 1
																																														},
																																														message: "must be >= 1"
																																													}];
																																													return false;
																																												}
																																											}
																																											var valid12 = true;
																																										} else var valid12 = true;
																																										if (valid12) {
																																											if (data53.since !== void 0) {
																																												if (typeof data53.since !== "string") {
																																													validate3.errors = [{
																																														instancePath: instancePath + "/sync_destinations/" + i0 + "/subscriptions/" + i2 + "/behind/since",
																																														schemaPath: "#/properties/sync_destinations/items/properties/subscriptions/items/properties/behind/properties/since/type",
																																														keyword: "type",
																																														params: { type: "string" },
																																														message: "must be string"
																																													}];
																																													return false;
																																												}
																																												var valid12 = true;
																																											} else var valid12 = true;
																																										}
																																									}
																																								}
																																								var valid9 = true;
																																							} else var valid9 = true;
																																							if (valid9) {
																																								if (data34.recorded_at !== void 0) {
																																									let data56 = data34.recorded_at;
																																									if (typeof data56 !== "string" && data56 !== null) {
																																										validate3.errors = [{
																																											instancePath: instancePath + "/sync_destinations/" + i0 + "/subscriptions/" + i2 + "/recorded_at",
																																											schemaPath: "#/properties/sync_destinations/items/properties/subscriptions/items/properties/recorded_at/type",
																																											keyword: "type",
																																											params: { type: schema3.properties.sync_destinations.items.properties.subscriptions.items.properties.recorded_at.type },
																																											message: "must be string,null"
																																										}];
																																										return false;
																																									}
																																									var valid9 = true;
																																								} else var valid9 = true;
																																								if (valid9) {
																																									if (data34.warnings !== void 0) {
																																										let data57 = data34.warnings;
																																										if (Array.isArray(data57)) {
																																											const len3 = data57.length;
																																											for (let i3 = 0; i3 < len3; i3++) if (typeof data57[i3] !== "string") {
																																												validate3.errors = [{
																																													instancePath: instancePath + "/sync_destinations/" + i0 + "/subscriptions/" + i2 + "/warnings/" + i3,
																																													schemaPath: "#/properties/sync_destinations/items/properties/subscriptions/items/properties/warnings/items/type",
																																													keyword: "type",
																																													params: { type: "string" },
																																													message: "must be string"
																																												}];
																																												return false;
																																											}
																																										} else {
																																											validate3.errors = [{
																																												instancePath: instancePath + "/sync_destinations/" + i0 + "/subscriptions/" + i2 + "/warnings",
																																												schemaPath: "#/properties/sync_destinations/items/properties/subscriptions/items/properties/warnings/type",
																																												keyword: "type",
																																												params: { type: "array" },
																																												message: "must be array"
																																											}];
																																											return false;
																																										}
																																										var valid9 = true;
																																									} else var valid9 = true;
																																									if (valid9) {
																																										if (data34.waits !== void 0) {
																																											let data59 = data34.waits;
																																											if (data59 && typeof data59 == "object" && !Array.isArray(data59)) {
																																												let missing10;
																																												if (data59.for === void 0 && (missing10 = "for") || data59.until === void 0 && (missing10 = "until")) {
																																													validate3.errors = [{
																																														instancePath: instancePath + "/sync_destinations/" + i0 + "/subscriptions/" + i2 + "/waits",
																																														schemaPath: "#/properties/sync_destinations/items/properties/subscriptions/items/properties/waits/required",
																																														keyword: "required",
																																														params: { missingProperty: missing10 },
																																														message: "must have required property '" + missing10 + "'"
																																													}];
																																													return false;
																																												} else {
																																													for (const key10 in data59) if (!(key10 === "for" || key10 === "until")) {
																																														validate3.errors = [{
																																															instancePath: instancePath + "/sync_destinations/" + i0 + "/subscriptions/" + i2 + "/waits",
																																															schemaPath: "#/properties/sync_destinations/items/properties/subscriptions/items/properties/waits/additionalProperties",
																																															keyword: "additionalProperties",
																																															params: { additionalProperty: key10 },
																																															message: "must NOT have additional properties"
																																														}];
																																														return false;
																																													}
																																													if (data59.for !== void 0) {
																																														if (typeof data59.for !== "string") {
																																															validate3.errors = [{
																																																instancePath: instancePath + "/sync_destinations/" + i0 + "/subscriptions/" + i2 + "/waits/for",
																																																schemaPath: "#/properties/sync_destinations/items/properties/subscriptions/items/properties/waits/properties/for/type",
																																																keyword: "type",
																																																params: { type: "string" },
																																																message: "must be string"
																																															}];
																																															return false;
																																														}
																																														var valid14 = true;
																																													} else var valid14 = true;
																																													if (valid14) {
																																														if (data59.until !== void 0) {
																																															let data61 = data59.until;
																																															if (typeof data61 !== "string" && data61 !== null) {
																																																validate3.errors = [{
																																																	instancePath: instancePath + "/sync_destinations/" + i0 + "/subscriptions/" + i2 + "/waits/until",
																																																	schemaPath: "#/properties/sync_destinations/items/properties/subscriptions/items/properties/waits/properties/until/type",
																																																	keyword: "type",
																																																	params: { type: schema3.properties.sync_destinations.items.properties.subscriptions.items.properties.waits.properties.until.type },
																																																	message: "must be string,null"
																																																}];
																																																return false;
																																															}
																																															var valid14 = true;
																																														} else var valid14 = true;
																																													}
																																												}
																																											} else {
																																												validate3.errors = [{
																																													instancePath: instancePath + "/sync_destinations/" + i0 + "/subscriptions/" + i2 + "/waits",
																																													schemaPath: "#/properties/sync_destinations/items/properties/subscriptions/items/properties/waits/type",
																																													keyword: "type",
																																													params: { type: "object" },
																																													message: "must be object"
																																												}];
																																												return false;
																																											}
																																											var valid9 = true;
																																										} else var valid9 = true;
																																									}
																																								}
																																							}
																																						}
																																					}
																																				}
																																			}
																																		}
																																	}
																																}
																															}
																														}
																													}
																												}
																											}
																										}
																									} else {
																										validate3.errors = [{
																											instancePath: instancePath + "/sync_destinations/" + i0 + "/subscriptions/" + i2,
																											schemaPath: "#/properties/sync_destinations/items/properties/subscriptions/items/type",
																											keyword: "type",
																											params: { type: "object" },
																											message: "must be object"
																										}];
																										return false;
																									}
																								}
																							} else {
																								validate3.errors = [{
																									instancePath: instancePath + "/sync_destinations/" + i0 + "/subscriptions",
																									schemaPath: "#/properties/sync_destinations/items/properties/subscriptions/type",
																									keyword: "type",
																									params: { type: "array" },
																									message: "must be array"
																								}];
																								return false;
																							}
																							var valid4 = true;
																						} else var valid4 = true;
																					}
																				}
																			}
																		}
																	}
																}
															}
														}
													}
												}
											}
										} else {
											validate3.errors = [{
												instancePath: instancePath + "/sync_destinations/" + i0,
												schemaPath: "#/properties/sync_destinations/items/type",
												keyword: "type",
												params: { type: "object" },
												message: "must be object"
											}];
											return false;
										}
									}
								} else {
									validate3.errors = [{
										instancePath: instancePath + "/sync_destinations",
										schemaPath: "#/properties/sync_destinations/type",
										keyword: "type",
										params: { type: "array" },
										message: "must be array"
									}];
									return false;
								}
								var valid0 = true;
							} else var valid0 = true;
							if (valid0) {
								if (data.pruned !== void 0) {
									let data62 = data.pruned;
									if (Array.isArray(data62)) {
										const len4 = data62.length;
										for (let i4 = 0; i4 < len4; i4++) {
											let data63 = data62[i4];
											if (data63 && typeof data63 == "object" && !Array.isArray(data63)) {
												let missing11;
												if (data63.destination === void 0 && (missing11 = "destination") || data63.key === void 0 && (missing11 = "key") || data63.name === void 0 && (missing11 = "name") || data63.destination_story_id === void 0 && (missing11 = "destination_story_id") || data63.consented === void 0 && (missing11 = "consented") || data63.deleted === void 0 && (missing11 = "deleted") || data63.message === void 0 && (missing11 = "message") || data63.kept_as === void 0 && (missing11 = "kept_as")) {
													validate3.errors = [{
														instancePath: instancePath + "/pruned/" + i4,
														schemaPath: "#/properties/pruned/items/required",
														keyword: "required",
														params: { missingProperty: missing11 },
														message: "must have required property '" + missing11 + "'"
													}];
													return false;
												} else {
													for (const key11 in data63) if (!(key11 === "destination" || key11 === "key" || key11 === "name" || key11 === "destination_story_id" || key11 === "consented" || key11 === "deleted" || key11 === "message" || key11 === "kept_as")) {
														validate3.errors = [{
															instancePath: instancePath + "/pruned/" + i4,
															schemaPath: "#/properties/pruned/items/additionalProperties",
															keyword: "additionalProperties",
															params: { additionalProperty: key11 },
															message: "must NOT have additional properties"
														}];
														return false;
													}
													if (data63.destination !== void 0) {
														let data64 = data63.destination;
														if (typeof data64 === "string") {
															if (!pattern2.test(data64)) {
																validate3.errors = [{
																	instancePath: instancePath + "/pruned/" + i4 + "/destination",
																	schemaPath: "#/properties/pruned/items/properties/destination/pattern",
																	keyword: "pattern",
																	params: { pattern: "^[a-z0-9][a-z0-9_.-]{0,62}$" },
																	message: "must match pattern \"^[a-z0-9][a-z0-9_.-]{0,62}$\""
																}];
																return false;
															}
														} else {
															validate3.errors = [{
																instancePath: instancePath + "/pruned/" + i4 + "/destination",
																schemaPath: "#/properties/pruned/items/properties/destination/type",
																keyword: "type",
																params: { type: "string" },
																message: "must be string"
															}];
															return false;
														}
														var valid16 = true;
													} else var valid16 = true;
													if (valid16) {
														if (data63.key !== void 0) {
															let data65 = data63.key;
															if (typeof data65 === "string") {
																if (!pattern2.test(data65)) {
																	validate3.errors = [{
																		instancePath: instancePath + "/pruned/" + i4 + "/key",
																		schemaPath: "#/properties/pruned/items/properties/key/pattern",
																		keyword: "pattern",
																		params: { pattern: "^[a-z0-9][a-z0-9_.-]{0,62}$" },
																		message: "must match pattern \"^[a-z0-9][a-z0-9_.-]{0,62}$\""
																	}];
																	return false;
																}
															} else {
																validate3.errors = [{
																	instancePath: instancePath + "/pruned/" + i4 + "/key",
																	schemaPath: "#/properties/pruned/items/properties/key/type",
																	keyword: "type",
																	params: { type: "string" },
																	message: "must be string"
																}];
																return false;
															}
															var valid16 = true;
														} else var valid16 = true;
														if (valid16) {
															if (data63.name !== void 0) {
																if (typeof data63.name !== "string") {
																	validate3.errors = [{
																		instancePath: instancePath + "/pruned/" + i4 + "/name",
																		schemaPath: "#/properties/pruned/items/properties/name/type",
																		keyword: "type",
																		params: { type: "string" },
																		message: "must be string"
																	}];
																	return false;
																}
																var valid16 = true;
															} else var valid16 = true;
															if (valid16) {
																if (data63.destination_story_id !== void 0) {
																	let data67 = data63.destination_story_id;
																	if (!(typeof data67 == "number" && !(data67 % 1) && !isNaN(data67) && isFinite(data67))) {
																		validate3.errors = [{
																			instancePath: instancePath + "/pruned/" + i4 + "/destination_story_id",
																			schemaPath: "#/properties/pruned/items/properties/destination_story_id/type",
																			keyword: "type",
																			params: { type: "integer" },
																			message: "must be integer"
																		}];
																		return false;
																	}
																	if (typeof data67 == "number" && isFinite(data67)) {
																		if (data67 < 1 || isNaN(data67)) {
																			validate3.errors = [{
																				instancePath: instancePath + "/pruned/" + i4 + "/destination_story_id",
																				schemaPath: "#/properties/pruned/items/properties/destination_story_id/minimum",
																				keyword: "minimum",
																				params: {
																					comparison: ">=",
																					limit: 1
																				},
																				message: "must be >= 1"
																			}];
																			return false;
																		}
																	}
																	var valid16 = true;
																} else var valid16 = true;
																if (valid16) {
																	if (data63.consented !== void 0) {
																		if (typeof data63.consented !== "boolean") {
																			validate3.errors = [{
																				instancePath: instancePath + "/pruned/" + i4 + "/consented",
																				schemaPath: "#/properties/pruned/items/properties/consented/type",
																				keyword: "type",
																				params: { type: "boolean" },
																				message: "must be boolean"
																			}];
																			return false;
																		}
																		var valid16 = true;
																	} else var valid16 = true;
																	if (valid16) {
																		if (data63.deleted !== void 0) {
																			if (typeof data63.deleted !== "boolean") {
																				validate3.errors = [{
																					instancePath: instancePath + "/pruned/" + i4 + "/deleted",
																					schemaPath: "#/properties/pruned/items/properties/deleted/type",
																					keyword: "type",
																					params: { type: "boolean" },
																					message: "must be boolean"
																				}];
																				return false;
																			}
																			var valid16 = true;
																		} else var valid16 = true;
																		if (valid16) {
																			if (data63.message !== void 0) {
																				if (typeof data63.message !== "string") {
																					validate3.errors = [{
																						instancePath: instancePath + "/pruned/" + i4 + "/message",
																						schemaPath: "#/properties/pruned/items/properties/message/type",
																						keyword: "type",
																						params: { type: "string" },
																						message: "must be string"
																					}];
																					return false;
																				}
																				var valid16 = true;
																			} else var valid16 = true;
																			if (valid16) {
																				if (data63.kept_as !== void 0) {
																					let data71 = data63.kept_as;
																					if (typeof data71 !== "string" && data71 !== null) {
																						validate3.errors = [{
																							instancePath: instancePath + "/pruned/" + i4 + "/kept_as",
																							schemaPath: "#/properties/pruned/items/properties/kept_as/type",
																							keyword: "type",
																							params: { type: schema3.properties.pruned.items.properties.kept_as.type },
																							message: "must be string,null"
																						}];
																						return false;
																					}
																					var valid16 = true;
																				} else var valid16 = true;
																			}
																		}
																	}
																}
															}
														}
													}
												}
											} else {
												validate3.errors = [{
													instancePath: instancePath + "/pruned/" + i4,
													schemaPath: "#/properties/pruned/items/type",
													keyword: "type",
													params: { type: "object" },
													message: "must be object"
												}];
												return false;
											}
										}
									} else {
										validate3.errors = [{
											instancePath: instancePath + "/pruned",
											schemaPath: "#/properties/pruned/type",
											keyword: "type",
											params: { type: "array" },
											message: "must be array"
										}];
										return false;
									}
									var valid0 = true;
								} else var valid0 = true;
								if (valid0) {
									if (data.shard !== void 0) {
										if (typeof data.shard !== "string") {
											validate3.errors = [{
												instancePath: instancePath + "/shard",
												schemaPath: "#/properties/shard/type",
												keyword: "type",
												params: { type: "string" },
												message: "must be string"
											}];
											return false;
										}
										var valid0 = true;
									} else var valid0 = true;
									if (valid0) {
										if (data.manifest !== void 0) {
											if (typeof data.manifest !== "string") {
												validate3.errors = [{
													instancePath: instancePath + "/manifest",
													schemaPath: "#/properties/manifest/type",
													keyword: "type",
													params: { type: "string" },
													message: "must be string"
												}];
												return false;
											}
											var valid0 = true;
										} else var valid0 = true;
										if (valid0) {
											if (data.run !== void 0) {
												let data74 = data.run;
												if (!(data74 && typeof data74 == "object" && !Array.isArray(data74)) && data74 !== null) {
													validate3.errors = [{
														instancePath: instancePath + "/run",
														schemaPath: "#/properties/run/type",
														keyword: "type",
														params: { type: schema3.properties.run.type },
														message: "must be object,null"
													}];
													return false;
												}
												if (data74 && typeof data74 == "object" && !Array.isArray(data74)) {
													let missing12;
													if (data74.id === void 0 && (missing12 = "id") || data74.attempt === void 0 && (missing12 = "attempt")) {
														validate3.errors = [{
															instancePath: instancePath + "/run",
															schemaPath: "#/properties/run/required",
															keyword: "required",
															params: { missingProperty: missing12 },
															message: "must have required property '" + missing12 + "'"
														}];
														return false;
													} else {
														for (const key12 in data74) if (!(key12 === "id" || key12 === "attempt")) {
															validate3.errors = [{
																instancePath: instancePath + "/run",
																schemaPath: "#/properties/run/additionalProperties",
																keyword: "additionalProperties",
																params: { additionalProperty: key12 },
																message: "must NOT have additional properties"
															}];
															return false;
														}
														if (data74.id !== void 0) {
															if (typeof data74.id !== "string") {
																validate3.errors = [{
																	instancePath: instancePath + "/run/id",
																	schemaPath: "#/properties/run/properties/id/type",
																	keyword: "type",
																	params: { type: "string" },
																	message: "must be string"
																}];
																return false;
															}
															var valid17 = true;
														} else var valid17 = true;
														if (valid17) {
															if (data74.attempt !== void 0) {
																let data76 = data74.attempt;
																if (!(typeof data76 == "number" && !(data76 % 1) && !isNaN(data76) && isFinite(data76)) && data76 !== null) {
																	validate3.errors = [{
																		instancePath: instancePath + "/run/attempt",
																		schemaPath: "#/properties/run/properties/attempt/type",
																		keyword: "type",
																		params: { type: schema3.properties.run.properties.attempt.type },
																		message: "must be integer,null"
																	}];
																	return false;
																}
																if (typeof data76 == "number" && isFinite(data76)) {
																	if (data76 < 1 || isNaN(data76)) {
																		validate3.errors = [{
																			instancePath: instancePath + "/run/attempt",
																			schemaPath: "#/properties/run/properties/attempt/minimum",
																			keyword: "minimum",
																			params: {
																				comparison: ">=",
																				limit: 1
																			},
																			message: "must be >= 1"
																		}];
																		return false;
																	}
																}
																var valid17 = true;
															} else var valid17 = true;
														}
													}
												}
												var valid0 = true;
											} else var valid0 = true;
											if (valid0) {
												if (data.at !== void 0) {
													if (typeof data.at !== "string") {
														validate3.errors = [{
															instancePath: instancePath + "/at",
															schemaPath: "#/properties/at/type",
															keyword: "type",
															params: { type: "string" },
															message: "must be string"
														}];
														return false;
													}
													var valid0 = true;
												} else var valid0 = true;
												if (valid0) {
													if (data.changes !== void 0) {
														let data78 = data.changes;
														if (Array.isArray(data78)) {
															const len5 = data78.length;
															for (let i5 = 0; i5 < len5; i5++) {
																let data79 = data78[i5];
																if (data79 && typeof data79 == "object" && !Array.isArray(data79)) {
																	let missing13;
																	if (data79.change === void 0 && (missing13 = "change") || data79.destination === void 0 && (missing13 = "destination") || data79.ring === void 0 && (missing13 = "ring") || data79.reason === void 0 && (missing13 = "reason") || data79.story === void 0 && (missing13 = "story") || data79.expired === void 0 && (missing13 = "expired")) {
																		validate3.errors = [{
																			instancePath: instancePath + "/changes/" + i5,
																			schemaPath: "#/properties/changes/items/required",
																			keyword: "required",
																			params: { missingProperty: missing13 },
																			message: "must have required property '" + missing13 + "'"
																		}];
																		return false;
																	} else {
																		for (const key13 in data79) if (!(key13 === "change" || key13 === "destination" || key13 === "ring" || key13 === "reason" || key13 === "story" || key13 === "expired")) {
																			validate3.errors = [{
																				instancePath: instancePath + "/changes/" + i5,
																				schemaPath: "#/properties/changes/items/additionalProperties",
																				keyword: "additionalProperties",
																				params: { additionalProperty: key13 },
																				message: "must NOT have additional properties"
																			}];
																			return false;
																		}
																		if (data79.change !== void 0) {
																			let data80 = data79.change;
																			if (typeof data80 !== "string") {
																				validate3.errors = [{
																					instancePath: instancePath + "/changes/" + i5 + "/change",
																					schemaPath: "#/properties/changes/items/properties/change/type",
																					keyword: "type",
																					params: { type: "string" },
																					message: "must be string"
																				}];
																				return false;
																			}
																			if (!(data80 === "failed" || data80 === "halted" || data80 === "drift" || data80 === "expired" || data80 === "held" || data80 === "recovered" || data80 === "ring_opened")) {
																				validate3.errors = [{
																					instancePath: instancePath + "/changes/" + i5 + "/change",
																					schemaPath: "#/properties/changes/items/properties/change/enum",
																					keyword: "enum",
																					params: { allowedValues: schema3.properties.changes.items.properties.change.enum },
																					message: "must be equal to one of the allowed values"
																				}];
																				return false;
																			}
																			var valid19 = true;
																		} else var valid19 = true;
																		if (valid19) {
																			if (data79.destination !== void 0) {
																				let data81 = data79.destination;
																				if (typeof data81 !== "string" && data81 !== null) {
																					validate3.errors = [{
																						instancePath: instancePath + "/changes/" + i5 + "/destination",
																						schemaPath: "#/properties/changes/items/properties/destination/type",
																						keyword: "type",
																						params: { type: schema3.properties.changes.items.properties.destination.type },
																						message: "must be string,null"
																					}];
																					return false;
																				}
																				var valid19 = true;
																			} else var valid19 = true;
																			if (valid19) {
																				if (data79.ring !== void 0) {
																					let data82 = data79.ring;
																					if (typeof data82 !== "string" && data82 !== null) {
																						validate3.errors = [{
																							instancePath: instancePath + "/changes/" + i5 + "/ring",
																							schemaPath: "#/properties/changes/items/properties/ring/type",
																							keyword: "type",
																							params: { type: schema3.properties.changes.items.properties.ring.type },
																							message: "must be string,null"
																						}];
																						return false;
																					}
																					var valid19 = true;
																				} else var valid19 = true;
																				if (valid19) {
																					if (data79.reason !== void 0) {
																						let data83 = data79.reason;
																						if (typeof data83 !== "string" && data83 !== null) {
																							validate3.errors = [{
																								instancePath: instancePath + "/changes/" + i5 + "/reason",
																								schemaPath: "#/properties/changes/items/properties/reason/type",
																								keyword: "type",
																								params: { type: schema3.properties.changes.items.properties.reason.type },
																								message: "must be string,null"
																							}];
																							return false;
																						}
																						if (!(data83 === "new" || data83 === "content_changed" || data83 === "drift" || data83 === "renamed" || data83 === "recreated" || data83 === "forced" || data83 === "detached" || data83 === "manual_sync_only" || data83 === "not_ours" || data83 === "ambiguous_name" || data83 === "missing_prerequisite" || data83 === "change_control" || data83 === "ingress_ambiguous" || data83 === "missing_key" || data83 === "unauthorized" || data83 === "unreachable" || data83 === "unreadable" || data83 === "rejected" || data83 === "verify_failed" || data83 === "plan_stale" || data83 === "superseded" || data83 === "awaiting_approval" || data83 === "awaiting_ring" || data83 === "outside_window" || data83 === "held" || data83 === "pinned" || data83 === "halted" || data83 === "not_reached" || data83 === "internal" || data83 === null)) {
																							validate3.errors = [{
																								instancePath: instancePath + "/changes/" + i5 + "/reason",
																								schemaPath: "#/properties/changes/items/properties/reason/enum",
																								keyword: "enum",
																								params: { allowedValues: schema3.properties.changes.items.properties.reason.enum },
																								message: "must be equal to one of the allowed values"
																							}];
																							return false;
																						}
																						var valid19 = true;
																					} else var valid19 = true;
																					if (valid19) {
																						if (data79.story !== void 0) {
																							let data84 = data79.story;
																							if (!(data84 && typeof data84 == "object" && !Array.isArray(data84)) && data84 !== null) {
																								validate3.errors = [{
																									instancePath: instancePath + "/changes/" + i5 + "/story",
																									schemaPath: "#/properties/changes/items/properties/story/type",
																									keyword: "type",
																									params: { type: schema3.properties.changes.items.properties.story.type },
																									message: "must be object,null"
																								}];
																								return false;
																							}
																							if (data84 && typeof data84 == "object" && !Array.isArray(data84)) {
																								let missing14;
																								if (data84.key === void 0 && (missing14 = "key") || data84.name === void 0 && (missing14 = "name")) {
																									validate3.errors = [{
																										instancePath: instancePath + "/changes/" + i5 + "/story",
																										schemaPath: "#/properties/changes/items/properties/story/required",
																										keyword: "required",
																										params: { missingProperty: missing14 },
																										message: "must have required property '" + missing14 + "'"
																									}];
																									return false;
																								} else {
																									for (const key14 in data84) if (!(key14 === "key" || key14 === "name")) {
																										validate3.errors = [{
																											instancePath: instancePath + "/changes/" + i5 + "/story",
																											schemaPath: "#/properties/changes/items/properties/story/additionalProperties",
																											keyword: "additionalProperties",
																											params: { additionalProperty: key14 },
																											message: "must NOT have additional properties"
																										}];
																										return false;
																									}
																									if (data84.key !== void 0) {
																										let data85 = data84.key;
																										if (typeof data85 === "string") {
																											if (!pattern2.test(data85)) {
																												validate3.errors = [{
																													instancePath: instancePath + "/changes/" + i5 + "/story/key",
																													schemaPath: "#/properties/changes/items/properties/story/properties/key/pattern",
																													keyword: "pattern",
																													params: { pattern: "^[a-z0-9][a-z0-9_.-]{0,62}$" },
																													message: "must match pattern \"^[a-z0-9][a-z0-9_.-]{0,62}$\""
																												}];
																												return false;
																											}
																										} else {
																											validate3.errors = [{
																												instancePath: instancePath + "/changes/" + i5 + "/story/key",
																												schemaPath: "#/properties/changes/items/properties/story/properties/key/type",
																												keyword: "type",
																												params: { type: "string" },
																												message: "must be string"
																											}];
																											return false;
																										}
																										var valid20 = true;
																									} else var valid20 = true;
																									if (valid20) {
																										if (data84.name !== void 0) {
																											if (typeof data84.name !== "string") {
																												validate3.errors = [{
																													instancePath: instancePath + "/changes/" + i5 + "/story/name",
																													schemaPath: "#/properties/changes/items/properties/story/properties/name/type",
																													keyword: "type",
																													params: { type: "string" },
																													message: "must be string"
																												}];
																												return false;
																											}
																											var valid20 = true;
																										} else var valid20 = true;
																									}
																								}
																							}
																							var valid19 = true;
																						} else var valid19 = true;
																						if (valid19) {
																							if (data79.expired !== void 0) {
																								let data87 = data79.expired;
																								if (!(data87 && typeof data87 == "object" && !Array.isArray(data87)) && data87 !== null) {
																									validate3.errors = [{
																										instancePath: instancePath + "/changes/" + i5 + "/expired",
																										schemaPath: "#/properties/changes/items/properties/expired/type",
																										keyword: "type",
																										params: { type: schema3.properties.changes.items.properties.expired.type },
																										message: "must be object,null"
																									}];
																									return false;
																								}
																								if (data87 && typeof data87 == "object" && !Array.isArray(data87)) {
																									let missing15;
																									if (data87.what === void 0 && (missing15 = "what") || data87.until === void 0 && (missing15 = "until")) {
																										validate3.errors = [{
																											instancePath: instancePath + "/changes/" + i5 + "/expired",
																											schemaPath: "#/properties/changes/items/properties/expired/required",
																											keyword: "required",
																											params: { missingProperty: missing15 },
																											message: "must have required property '" + missing15 + "'"
																										}];
																										return false;
																									} else {
																										for (const key15 in data87) if (!(key15 === "what" || key15 === "until")) {
																											validate3.errors = [{
																												instancePath: instancePath + "/changes/" + i5 + "/expired",
																												schemaPath: "#/properties/changes/items/properties/expired/additionalProperties",
																												keyword: "additionalProperties",
																												params: { additionalProperty: key15 },
																												message: "must NOT have additional properties"
																											}];
																											return false;
																										}
																										if (data87.what !== void 0) {
																											let data88 = data87.what;
																											if (typeof data88 !== "string") {
																												validate3.errors = [{
																													instancePath: instancePath + "/changes/" + i5 + "/expired/what",
																													schemaPath: "#/properties/changes/items/properties/expired/properties/what/type",
																													keyword: "type",
																													params: { type: "string" },
																													message: "must be string"
																												}];
																												return false;
																											}
																											if (!(data88 === "hold" || data88 === "pin" || data88 === "detached")) {
																												validate3.errors = [{
																													instancePath: instancePath + "/changes/" + i5 + "/expired/what",
																													schemaPath: "#/properties/changes/items/properties/expired/properties/what/enum",
																													keyword: "enum",
																													params: { allowedValues: schema3.properties.changes.items.properties.expired.properties.what.enum },
																													message: "must be equal to one of the allowed values"
																												}];
																												return false;
																											}
																											var valid21 = true;
																										} else var valid21 = true;
																										if (valid21) {
																											if (data87.until !== void 0) {
																												if (typeof data87.until !== "string") {
																													validate3.errors = [{
																														instancePath: instancePath + "/changes/" + i5 + "/expired/until",
																														schemaPath: "#/properties/changes/items/properties/expired/properties/until/type",
																														keyword: "type",
																														params: { type: "string" },
																														message: "must be string"
																													}];
																													return false;
																												}
																												var valid21 = true;
																											} else var valid21 = true;
																										}
																									}
																								}
																								var valid19 = true;
																							} else var valid19 = true;
																						}
																					}
																				}
																			}
																		}
																	}
																} else {
																	validate3.errors = [{
																		instancePath: instancePath + "/changes/" + i5,
																		schemaPath: "#/properties/changes/items/type",
																		keyword: "type",
																		params: { type: "object" },
																		message: "must be object"
																	}];
																	return false;
																}
															}
														} else {
															validate3.errors = [{
																instancePath: instancePath + "/changes",
																schemaPath: "#/properties/changes/type",
																keyword: "type",
																params: { type: "array" },
																message: "must be array"
															}];
															return false;
														}
														var valid0 = true;
													} else var valid0 = true;
													if (valid0) {
														if (data.signature !== void 0) {
															if (typeof data.signature !== "string") {
																validate3.errors = [{
																	instancePath: instancePath + "/signature",
																	schemaPath: "#/properties/signature/type",
																	keyword: "type",
																	params: { type: "string" },
																	message: "must be string"
																}];
																return false;
															}
															var valid0 = true;
														} else var valid0 = true;
														if (valid0) {
															if (data.missing_shards !== void 0) {
																let data91 = data.missing_shards;
																if (Array.isArray(data91)) {
																	const len6 = data91.length;
																	for (let i6 = 0; i6 < len6; i6++) if (typeof data91[i6] !== "string") {
																		validate3.errors = [{
																			instancePath: instancePath + "/missing_shards/" + i6,
																			schemaPath: "#/properties/missing_shards/items/type",
																			keyword: "type",
																			params: { type: "string" },
																			message: "must be string"
																		}];
																		return false;
																	}
																} else {
																	validate3.errors = [{
																		instancePath: instancePath + "/missing_shards",
																		schemaPath: "#/properties/missing_shards/type",
																		keyword: "type",
																		params: { type: "array" },
																		message: "must be array"
																	}];
																	return false;
																}
																var valid0 = true;
															} else var valid0 = true;
															if (valid0) {
																if (data.pruned_native !== void 0) {
																	let data93 = data.pruned_native;
																	if (Array.isArray(data93)) {
																		const len7 = data93.length;
																		for (let i7 = 0; i7 < len7; i7++) {
																			let data94 = data93[i7];
																			if (data94 && typeof data94 == "object" && !Array.isArray(data94)) {
																				let missing16;
																				if (data94.id === void 0 && (missing16 = "id") || data94.name === void 0 && (missing16 = "name") || data94.destination_tenant_url === void 0 && (missing16 = "destination_tenant_url") || data94.destination_team_id === void 0 && (missing16 = "destination_team_id") || data94.stories === void 0 && (missing16 = "stories") || data94.copies === void 0 && (missing16 = "copies") || data94.consented === void 0 && (missing16 = "consented") || data94.deleted === void 0 && (missing16 = "deleted") || data94.message === void 0 && (missing16 = "message")) {
																					validate3.errors = [{
																						instancePath: instancePath + "/pruned_native/" + i7,
																						schemaPath: "#/properties/pruned_native/items/required",
																						keyword: "required",
																						params: { missingProperty: missing16 },
																						message: "must have required property '" + missing16 + "'"
																					}];
																					return false;
																				} else {
																					for (const key16 in data94) if (!func0.call(schema3.properties.pruned_native.items.properties, key16)) {
																						validate3.errors = [{
																							instancePath: instancePath + "/pruned_native/" + i7,
																							schemaPath: "#/properties/pruned_native/items/additionalProperties",
																							keyword: "additionalProperties",
																							params: { additionalProperty: key16 },
																							message: "must NOT have additional properties"
																						}];
																						return false;
																					}
																					if (data94.id !== void 0) {
																						let data95 = data94.id;
																						if (!(typeof data95 == "number" && !(data95 % 1) && !isNaN(data95) && isFinite(data95))) {
																							validate3.errors = [{
																								instancePath: instancePath + "/pruned_native/" + i7 + "/id",
																								schemaPath: "#/properties/pruned_native/items/properties/id/type",
																								keyword: "type",
																								params: { type: "integer" },
																								message: "must be integer"
																							}];
																							return false;
																						}
																						if (typeof data95 == "number" && isFinite(data95)) {
																							if (data95 < 1 || isNaN(data95)) {
																								validate3.errors = [{
																									instancePath: instancePath + "/pruned_native/" + i7 + "/id",
																									schemaPath: "#/properties/pruned_native/items/properties/id/minimum",
																									keyword: "minimum",
																									params: {
																										comparison: ">=",
																										limit: 1
																									},
																									message: "must be >= 1"
																								}];
																								return false;
																							}
																						}
																						var valid24 = true;
																					} else var valid24 = true;
																					if (valid24) {
																						if (data94.name !== void 0) {
																							let data96 = data94.name;
																							if (typeof data96 !== "string" && data96 !== null) {
																								validate3.errors = [{
																									instancePath: instancePath + "/pruned_native/" + i7 + "/name",
																									schemaPath: "#/properties/pruned_native/items/properties/name/type",
																									keyword: "type",
																									params: { type: schema3.properties.pruned_native.items.properties.name.type },
																									message: "must be string,null"
																								}];
																								return false;
																							}
																							var valid24 = true;
																						} else var valid24 = true;
																						if (valid24) {
																							if (data94.destination_tenant_url !== void 0) {
																								if (typeof data94.destination_tenant_url !== "string") {
																									validate3.errors = [{
																										instancePath: instancePath + "/pruned_native/" + i7 + "/destination_tenant_url",
																										schemaPath: "#/properties/pruned_native/items/properties/destination_tenant_url/type",
																										keyword: "type",
																										params: { type: "string" },
																										message: "must be string"
																									}];
																									return false;
																								}
																								var valid24 = true;
																							} else var valid24 = true;
																							if (valid24) {
																								if (data94.destination_team_id !== void 0) {
																									let data98 = data94.destination_team_id;
																									if (!(typeof data98 == "number" && !(data98 % 1) && !isNaN(data98) && isFinite(data98))) {
																										validate3.errors = [{
																											instancePath: instancePath + "/pruned_native/" + i7 + "/destination_team_id",
																											schemaPath: "#/properties/pruned_native/items/properties/destination_team_id/type",
																											keyword: "type",
																											params: { type: "integer" },
																											message: "must be integer"
																										}];
																										return false;
																									}
																									if (typeof data98 == "number" && isFinite(data98)) {
																										if (data98 < 1 || isNaN(data98)) {
																											validate3.errors = [{
																												instancePath: instancePath + "/pruned_native/" + i7 + "/destination_team_id",
																												schemaPath: "#/properties/pruned_native/items/properties/destination_team_id/minimum",
																												keyword: "minimum",
																												params: {
																													comparison: ">=",
																													limit: 1
																												},
																												message: "must be >= 1"
																											}];
																											return false;
																										}
																									}
																									var valid24 = true;
																								} else var valid24 = true;
																								if (valid24) {
																									if (data94.stories !== void 0) {
																										let data99 = data94.stories;
																										if (!(typeof data99 == "number" && !(data99 % 1) && !isNaN(data99) && isFinite(data99))) {
																											validate3.errors = [{
																												instancePath: instancePath + "/pruned_native/" + i7 + "/stories",
																												schemaPath: "#/properties/pruned_native/items/properties/stories/type",
																												keyword: "type",
																												params: { type: "integer" },
																												message: "must be integer"
																											}];
																											return false;
																										}
																										if (typeof data99 == "number" && isFinite(data99)) {
																											if (data99 < 0 || isNaN(data99)) {
																												validate3.errors = [{
																													instancePath: instancePath + "/pruned_native/" + i7 + "/stories",
																													schemaPath: "#/properties/pruned_native/items/properties/stories/minimum",
																													keyword: "minimum",
																													params: {
																														comparison: ">=",
																														limit: 0
																													},
																													message: "must be >= 0"
																												}];
																												return false;
																											}
																										}
																										var valid24 = true;
																									} else var valid24 = true;
																									if (valid24) {
																										if (data94.copies !== void 0) {
																											let data100 = data94.copies;
																											if (typeof data100 !== "string" && data100 !== null) {
																												validate3.errors = [{
																													instancePath: instancePath + "/pruned_native/" + i7 + "/copies",
																													schemaPath: "#/properties/pruned_native/items/properties/copies/type",
																													keyword: "type",
																													params: { type: schema3.properties.pruned_native.items.properties.copies.type },
																													message: "must be string,null"
																												}];
																												return false;
																											}
																											if (!(data100 === "kept" || data100 === "deleted" || data100 === null)) {
																												validate3.errors = [{
																													instancePath: instancePath + "/pruned_native/" + i7 + "/copies",
																													schemaPath: "#/properties/pruned_native/items/properties/copies/enum",
																													keyword: "enum",
																													params: { allowedValues: schema3.properties.pruned_native.items.properties.copies.enum },
																													message: "must be equal to one of the allowed values"
																												}];
																												return false;
																											}
																											var valid24 = true;
																										} else var valid24 = true;
																										if (valid24) {
																											if (data94.consented !== void 0) {
																												if (typeof data94.consented !== "boolean") {
																													validate3.errors = [{
																														instancePath: instancePath + "/pruned_native/" + i7 + "/consented",
																														schemaPath: "#/properties/pruned_native/items/properties/consented/type",
																														keyword: "type",
																														params: { type: "boolean" },
																														message: "must be boolean"
																													}];
																													return false;
																												}
																												var valid24 = true;
																											} else var valid24 = true;
																											if (valid24) {
																												if (data94.deleted !== void 0) {
																													if (typeof data94.deleted !== "boolean") {
																														validate3.errors = [{
																															instancePath: instancePath + "/pruned_native/" + i7 + "/deleted",
																															schemaPath: "#/properties/pruned_native/items/properties/deleted/type",
																															keyword: "type",
																															params: { type: "boolean" },
																															message: "must be boolean"
																														}];
																														return false;
																													}
																													var valid24 = true;
																												} else var valid24 = true;
																												if (valid24) {
																													if (data94.message !== void 0) {
																														if (typeof data94.message !== "string") {
																															validate3.errors = [{
																																instancePath: instancePath + "/pruned_native/" + i7 + "/message",
																																schemaPath: "#/properties/pruned_native/items/properties/message/type",
																																keyword: "type",
																																params: { type: "string" },
																																message: "must be string"
																															}];
																															return false;
																														}
																														var valid24 = true;
																													} else var valid24 = true;
																												}
																											}
																										}
																									}
																								}
																							}
																						}
																					}
																				}
																			} else {
																				validate3.errors = [{
																					instancePath: instancePath + "/pruned_native/" + i7,
																					schemaPath: "#/properties/pruned_native/items/type",
																					keyword: "type",
																					params: { type: "object" },
																					message: "must be object"
																				}];
																				return false;
																			}
																		}
																	} else {
																		validate3.errors = [{
																			instancePath: instancePath + "/pruned_native",
																			schemaPath: "#/properties/pruned_native/type",
																			keyword: "type",
																			params: { type: "array" },
																			message: "must be array"
																		}];
																		return false;
																	}
																	var valid0 = true;
																} else var valid0 = true;
																if (valid0) {
																	if (data.rollout !== void 0) {
																		let data104 = data.rollout;
																		if (Array.isArray(data104)) {
																			const len8 = data104.length;
																			for (let i8 = 0; i8 < len8; i8++) {
																				let data105 = data104[i8];
																				if (data105 && typeof data105 == "object" && !Array.isArray(data105)) {
																					let missing17;
																					if (data105.ring === void 0 && (missing17 = "ring") || data105.story === void 0 && (missing17 = "story") || data105.there === void 0 && (missing17 = "there") || data105.total === void 0 && (missing17 = "total") || data105.failed === void 0 && (missing17 = "failed") || data105.max_failed === void 0 && (missing17 = "max_failed") || data105.state === void 0 && (missing17 = "state") || data105.opens_at === void 0 && (missing17 = "opens_at") || data105.waits_for === void 0 && (missing17 = "waits_for")) {
																						validate3.errors = [{
																							instancePath: instancePath + "/rollout/" + i8,
																							schemaPath: "#/properties/rollout/items/required",
																							keyword: "required",
																							params: { missingProperty: missing17 },
																							message: "must have required property '" + missing17 + "'"
																						}];
																						return false;
																					} else {
																						for (const key17 in data105) if (!func0.call(schema3.properties.rollout.items.properties, key17)) {
																							validate3.errors = [{
																								instancePath: instancePath + "/rollout/" + i8,
																								schemaPath: "#/properties/rollout/items/additionalProperties",
																								keyword: "additionalProperties",
																								params: { additionalProperty: key17 },
																								message: "must NOT have additional properties"
																							}];
																							return false;
																						}
																						if (data105.ring !== void 0) {
																							let data106 = data105.ring;
																							if (typeof data106 === "string") {
																								if (!pattern2.test(data106)) {
																									validate3.errors = [{
																										instancePath: instancePath + "/rollout/" + i8 + "/ring",
																										schemaPath: "#/properties/rollout/items/properties/ring/pattern",
																										keyword: "pattern",
																										params: { pattern: "^[a-z0-9][a-z0-9_.-]{0,62}$" },
																										message: "must match pattern \"^[a-z0-9][a-z0-9_.-]{0,62}$\""
																									}];
																									return false;
																								}
																							} else {
																								validate3.errors = [{
																									instancePath: instancePath + "/rollout/" + i8 + "/ring",
																									schemaPath: "#/properties/rollout/items/properties/ring/type",
																									keyword: "type",
																									params: { type: "string" },
																									message: "must be string"
																								}];
																								return false;
																							}
																							var valid26 = true;
																						} else var valid26 = true;
																						if (valid26) {
																							if (data105.story !== void 0) {
																								let data107 = data105.story;
																								if (typeof data107 === "string") {
																									if (!pattern2.test(data107)) {
																										validate3.errors = [{
																											instancePath: instancePath + "/rollout/" + i8 + "/story",
																											schemaPath: "#/properties/rollout/items/properties/story/pattern",
																											keyword: "pattern",
																											params: { pattern: "^[a-z0-9][a-z0-9_.-]{0,62}$" },
																											message: "must match pattern \"^[a-z0-9][a-z0-9_.-]{0,62}$\""
																										}];
																										return false;
																									}
																								} else {
																									validate3.errors = [{
																										instancePath: instancePath + "/rollout/" + i8 + "/story",
																										schemaPath: "#/properties/rollout/items/properties/story/type",
																										keyword: "type",
																										params: { type: "string" },
																										message: "must be string"
																									}];
																									return false;
																								}
																								var valid26 = true;
																							} else var valid26 = true;
																							if (valid26) {
																								if (data105.there !== void 0) {
																									let data108 = data105.there;
																									if (!(typeof data108 == "number" && !(data108 % 1) && !isNaN(data108) && isFinite(data108))) {
																										validate3.errors = [{
																											instancePath: instancePath + "/rollout/" + i8 + "/there",
																											schemaPath: "#/properties/rollout/items/properties/there/type",
																											keyword: "type",
																											params: { type: "integer" },
																											message: "must be integer"
																										}];
																										return false;
																									}
																									if (typeof data108 == "number" && isFinite(data108)) {
																										if (data108 < 0 || isNaN(data108)) {
																											validate3.errors = [{
																												instancePath: instancePath + "/rollout/" + i8 + "/there",
																												schemaPath: "#/properties/rollout/items/properties/there/minimum",
																												keyword: "minimum",
																												params: {
																													comparison: ">=",
																													limit: 0
																												},
																												message: "must be >= 0"
																											}];
																											return false;
																										}
																									}
																									var valid26 = true;
																								} else var valid26 = true;
																								if (valid26) {
																									if (data105.total !== void 0) {
																										let data109 = data105.total;
																										if (!(typeof data109 == "number" && !(data109 % 1) && !isNaN(data109) && isFinite(data109))) {
																											validate3.errors = [{
																												instancePath: instancePath + "/rollout/" + i8 + "/total",
																												schemaPath: "#/properties/rollout/items/properties/total/type",
																												keyword: "type",
																												params: { type: "integer" },
																												message: "must be integer"
																											}];
																											return false;
																										}
																										if (typeof data109 == "number" && isFinite(data109)) {
																											if (data109 < 0 || isNaN(data109)) {
																												validate3.errors = [{
																													instancePath: instancePath + "/rollout/" + i8 + "/total",
																													schemaPath: "#/properties/rollout/items/properties/total/minimum",
																													keyword: "minimum",
																													params: {
																														comparison: ">=",
																														limit: 0
																													},
																													message: "must be >= 0"
																												}];
																												return false;
																											}
																										}
																										var valid26 = true;
																									} else var valid26 = true;
																									if (valid26) {
																										if (data105.failed !== void 0) {
																											let data110 = data105.failed;
																											if (!(typeof data110 == "number" && !(data110 % 1) && !isNaN(data110) && isFinite(data110))) {
																												validate3.errors = [{
																													instancePath: instancePath + "/rollout/" + i8 + "/failed",
																													schemaPath: "#/properties/rollout/items/properties/failed/type",
																													keyword: "type",
																													params: { type: "integer" },
																													message: "must be integer"
																												}];
																												return false;
																											}
																											if (typeof data110 == "number" && isFinite(data110)) {
																												if (data110 < 0 || isNaN(data110)) {
																													validate3.errors = [{
																														instancePath: instancePath + "/rollout/" + i8 + "/failed",
																														schemaPath: "#/properties/rollout/items/properties/failed/minimum",
																														keyword: "minimum",
																														params: {
																															comparison: ">=",
																															limit: 0
																														},
																														message: "must be >= 0"
																													}];
																													return false;
																												}
																											}
																											var valid26 = true;
																										} else var valid26 = true;
																										if (valid26) {
																											if (data105.max_failed !== void 0) {
																												let data111 = data105.max_failed;
																												if (!(typeof data111 == "number" && !(data111 % 1) && !isNaN(data111) && isFinite(data111))) {
																													validate3.errors = [{
																														instancePath: instancePath + "/rollout/" + i8 + "/max_failed",
																														schemaPath: "#/properties/rollout/items/properties/max_failed/type",
																														keyword: "type",
																														params: { type: "integer" },
																														message: "must be integer"
																													}];
																													return false;
																												}
																												if (typeof data111 == "number" && isFinite(data111)) {
																													if (data111 < 0 || isNaN(data111)) {
																														validate3.errors = [{
																															instancePath: instancePath + "/rollout/" + i8 + "/max_failed",
																															schemaPath: "#/properties/rollout/items/properties/max_failed/minimum",
																															keyword: "minimum",
																															params: {
																																comparison: ">=",
																																limit: 0
																															},
																															message: "must be >= 0"
																														}];
																														return false;
																													}
																												}
																												var valid26 = true;
																											} else var valid26 = true;
																											if (valid26) {
																												if (data105.state !== void 0) {
																													let data112 = data105.state;
																													if (typeof data112 !== "string") {
																														validate3.errors = [{
																															instancePath: instancePath + "/rollout/" + i8 + "/state",
																															schemaPath: "#/properties/rollout/items/properties/state/type",
																															keyword: "type",
																															params: { type: "string" },
																															message: "must be string"
																														}];
																														return false;
																													}
																													if (!(data112 === "passed" || data112 === "open" || data112 === "soaking" || data112 === "waiting" || data112 === "halted")) {
																														validate3.errors = [{
																															instancePath: instancePath + "/rollout/" + i8 + "/state",
																															schemaPath: "#/properties/rollout/items/properties/state/enum",
																															keyword: "enum",
																															params: { allowedValues: schema3.properties.rollout.items.properties.state.enum },
																															message: "must be equal to one of the allowed values"
																														}];
																														return false;
																													}
																													var valid26 = true;
																												} else var valid26 = true;
																												if (valid26) {
																													if (data105.opens_at !== void 0) {
																														let data113 = data105.opens_at;
																														if (typeof data113 !== "string" && data113 !== null) {
																															validate3.errors = [{
																																instancePath: instancePath + "/rollout/" + i8 + "/opens_at",
																																schemaPath: "#/properties/rollout/items/properties/opens_at/type",
																																keyword: "type",
																																params: { type: schema3.properties.rollout.items.properties.opens_at.type },
																																message: "must be string,null"
																															}];
																															return false;
																														}
																														var valid26 = true;
																													} else var valid26 = true;
																													if (valid26) {
																														if (data105.waits_for !== void 0) {
																															let data114 = data105.waits_for;
																															if (typeof data114 !== "string" && data114 !== null) {
																																validate3.errors = [{
																																	instancePath: instancePath + "/rollout/" + i8 + "/waits_for",
																																	schemaPath: "#/properties/rollout/items/properties/waits_for/type",
																																	keyword: "type",
																																	params: { type: schema3.properties.rollout.items.properties.waits_for.type },
																																	message: "must be string,null"
																																}];
																																return false;
																															}
																															var valid26 = true;
																														} else var valid26 = true;
																													}
																												}
																											}
																										}
																									}
																								}
																							}
																						}
																					}
																				} else {
																					validate3.errors = [{
																						instancePath: instancePath + "/rollout/" + i8,
																						schemaPath: "#/properties/rollout/items/type",
																						keyword: "type",
																						params: { type: "object" },
																						message: "must be object"
																					}];
																					return false;
																				}
																			}
																		} else {
																			validate3.errors = [{
																				instancePath: instancePath + "/rollout",
																				schemaPath: "#/properties/rollout/type",
																				keyword: "type",
																				params: { type: "array" },
																				message: "must be array"
																			}];
																			return false;
																		}
																		var valid0 = true;
																	} else var valid0 = true;
																	if (valid0) {
																		if (data.rollout_override !== void 0) {
																			let data115 = data.rollout_override;
																			if (data115 && typeof data115 == "object" && !Array.isArray(data115)) {
																				let missing18;
																				if (data115.digest === void 0 && (missing18 = "digest") || data115.reason === void 0 && (missing18 = "reason") || data115.at === void 0 && (missing18 = "at")) {
																					validate3.errors = [{
																						instancePath: instancePath + "/rollout_override",
																						schemaPath: "#/properties/rollout_override/required",
																						keyword: "required",
																						params: { missingProperty: missing18 },
																						message: "must have required property '" + missing18 + "'"
																					}];
																					return false;
																				} else {
																					for (const key18 in data115) if (!(key18 === "digest" || key18 === "reason" || key18 === "at")) {
																						validate3.errors = [{
																							instancePath: instancePath + "/rollout_override",
																							schemaPath: "#/properties/rollout_override/additionalProperties",
																							keyword: "additionalProperties",
																							params: { additionalProperty: key18 },
																							message: "must NOT have additional properties"
																						}];
																						return false;
																					}
																					if (data115.digest !== void 0) {
																						if (typeof data115.digest !== "string") {
																							validate3.errors = [{
																								instancePath: instancePath + "/rollout_override/digest",
																								schemaPath: "#/properties/rollout_override/properties/digest/type",
																								keyword: "type",
																								params: { type: "string" },
																								message: "must be string"
																							}];
																							return false;
																						}
																						var valid27 = true;
																					} else var valid27 = true;
																					if (valid27) {
																						if (data115.reason !== void 0) {
																							if (typeof data115.reason !== "string") {
																								validate3.errors = [{
																									instancePath: instancePath + "/rollout_override/reason",
																									schemaPath: "#/properties/rollout_override/properties/reason/type",
																									keyword: "type",
																									params: { type: "string" },
																									message: "must be string"
																								}];
																								return false;
																							}
																							var valid27 = true;
																						} else var valid27 = true;
																						if (valid27) {
																							if (data115.at !== void 0) {
																								if (typeof data115.at !== "string") {
																									validate3.errors = [{
																										instancePath: instancePath + "/rollout_override/at",
																										schemaPath: "#/properties/rollout_override/properties/at/type",
																										keyword: "type",
																										params: { type: "string" },
																										message: "must be string"
																									}];
																									return false;
																								}
																								var valid27 = true;
																							} else var valid27 = true;
																						}
																					}
																				}
																			} else {
																				validate3.errors = [{
																					instancePath: instancePath + "/rollout_override",
																					schemaPath: "#/properties/rollout_override/type",
																					keyword: "type",
																					params: { type: "object" },
																					message: "must be object"
																				}];
																				return false;
																			}
																			var valid0 = true;
																		} else var valid0 = true;
																	}
																}
															}
														}
													}
												}
											}
										}
									}
								}
							}
						}
					}
				}
			}
		}
	} else {
		validate3.errors = [{
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object"
		}];
		return false;
	}
	validate3.errors = vErrors;
	return true;
}
validate3.evaluated = {
	"props": true,
	"dynamicProps": false,
	"dynamicItems": false
};
const check4 = validate4;
const pattern35 = new RegExp("^[a-z0-9][a-z0-9_.:-]{0,80}$", "u");
const pattern36 = new RegExp("^[0-9a-f-]{10,64}$", "u");
function validate4(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	let errors = 0;
	const evaluated0 = validate4.evaluated;
	if (evaluated0.dynamicProps) evaluated0.props = void 0;
	if (evaluated0.dynamicItems) evaluated0.items = void 0;
	if (errors === 0) {
		if (data && typeof data == "object" && !Array.isArray(data)) {
			let missing0;
			if (data.format === void 0 && (missing0 = "format") || data.told === void 0 && (missing0 = "told") || data.counter === void 0 && (missing0 = "counter") || data.digest === void 0 && (missing0 = "digest")) {
				validate4.errors = [{
					instancePath,
					schemaPath: "#/required",
					keyword: "required",
					params: { missingProperty: missing0 },
					message: "must have required property '" + missing0 + "'"
				}];
				return false;
			} else {
				const _errs1 = errors;
				for (const key0 in data) if (!(key0 === "format" || key0 === "told" || key0 === "counter" || key0 === "digest" || key0 === "signature")) {
					validate4.errors = [{
						instancePath,
						schemaPath: "#/additionalProperties",
						keyword: "additionalProperties",
						params: { additionalProperty: key0 },
						message: "must NOT have additional properties"
					}];
					return false;
				}
				if (_errs1 === errors) {
					if (data.format !== void 0) {
						const _errs2 = errors;
						if ("storysync.told/1" !== data.format) {
							validate4.errors = [{
								instancePath: instancePath + "/format",
								schemaPath: "#/properties/format/const",
								keyword: "const",
								params: { allowedValue: "storysync.told/1" },
								message: "must be equal to constant"
							}];
							return false;
						}
						var valid0 = _errs2 === errors;
					} else var valid0 = true;
					if (valid0) {
						if (data.told !== void 0) {
							let data1 = data.told;
							const _errs3 = errors;
							if (errors === _errs3) {
								if (data1 && typeof data1 == "object" && !Array.isArray(data1)) {
									if (Object.keys(data1).length > 5e4) {
										validate4.errors = [{
											instancePath: instancePath + "/told",
											schemaPath: "#/properties/told/maxProperties",
											keyword: "maxProperties",
											params: { limit: 5e4 },
											message: "must NOT have more than 50000 properties"
										}];
										return false;
									} else {
										for (const key1 in data1) {
											const _errs5 = errors;
											if (errors === _errs5) {
												if (typeof key1 === "string") {
													if (!pattern2.test(key1)) {
														const err0 = {
															instancePath: instancePath + "/told",
															schemaPath: "#/properties/told/propertyNames/pattern",
															keyword: "pattern",
															params: { pattern: "^[a-z0-9][a-z0-9_.-]{0,62}$" },
															message: "must match pattern \"^[a-z0-9][a-z0-9_.-]{0,62}$\"",
															propertyName: key1
														};
														if (vErrors === null) vErrors = [err0];
														else vErrors.push(err0);
														errors++;
													}
												} else {
													const err1 = {
														instancePath: instancePath + "/told",
														schemaPath: "#/properties/told/propertyNames/type",
														keyword: "type",
														params: { type: "string" },
														message: "must be string",
														propertyName: key1
													};
													if (vErrors === null) vErrors = [err1];
													else vErrors.push(err1);
													errors++;
												}
											}
											var valid1 = _errs5 === errors;
											if (!valid1) {
												const err2 = {
													instancePath: instancePath + "/told",
													schemaPath: "#/properties/told/propertyNames",
													keyword: "propertyNames",
													params: { propertyName: key1 },
													message: "property name must be valid"
												};
												if (vErrors === null) vErrors = [err2];
												else vErrors.push(err2);
												errors++;
												validate4.errors = vErrors;
												return false;
											}
										}
										if (valid1) for (const key2 in data1) {
											let data2 = data1[key2];
											const _errs8 = errors;
											if (errors === _errs8) {
												if (data2 && typeof data2 == "object" && !Array.isArray(data2)) {
													for (const key3 in data2) {
														const _errs10 = errors;
														if (errors === _errs10) {
															if (typeof key3 === "string") {
																if (!pattern35.test(key3)) {
																	const err3 = {
																		instancePath: instancePath + "/told/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),
																		schemaPath: "#/properties/told/additionalProperties/propertyNames/pattern",
																		keyword: "pattern",
																		params: { pattern: "^[a-z0-9][a-z0-9_.:-]{0,80}$" },
																		message: "must match pattern \"^[a-z0-9][a-z0-9_.:-]{0,80}$\"",
																		propertyName: key3
																	};
																	if (vErrors === null) vErrors = [err3];
																	else vErrors.push(err3);
																	errors++;
																}
															} else {
																const err4 = {
																	instancePath: instancePath + "/told/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),
																	schemaPath: "#/properties/told/additionalProperties/propertyNames/type",
																	keyword: "type",
																	params: { type: "string" },
																	message: "must be string",
																	propertyName: key3
																};
																if (vErrors === null) vErrors = [err4];
																else vErrors.push(err4);
																errors++;
															}
														}
														var valid3 = _errs10 === errors;
														if (!valid3) {
															const err5 = {
																instancePath: instancePath + "/told/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),
																schemaPath: "#/properties/told/additionalProperties/propertyNames",
																keyword: "propertyNames",
																params: { propertyName: key3 },
																message: "property name must be valid"
															};
															if (vErrors === null) vErrors = [err5];
															else vErrors.push(err5);
															errors++;
															validate4.errors = vErrors;
															return false;
														}
													}
													if (valid3) for (const key4 in data2) {
														let data3 = data2[key4];
														const _errs13 = errors;
														if (errors === _errs13) {
															if (typeof data3 === "string") {
																if (!pattern36.test(data3)) {
																	validate4.errors = [{
																		instancePath: instancePath + "/told/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"),
																		schemaPath: "#/properties/told/additionalProperties/additionalProperties/pattern",
																		keyword: "pattern",
																		params: { pattern: "^[0-9a-f-]{10,64}$" },
																		message: "must match pattern \"^[0-9a-f-]{10,64}$\""
																	}];
																	return false;
																}
															} else {
																validate4.errors = [{
																	instancePath: instancePath + "/told/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"),
																	schemaPath: "#/properties/told/additionalProperties/additionalProperties/type",
																	keyword: "type",
																	params: { type: "string" },
																	message: "must be string"
																}];
																return false;
															}
														}
														if (!(_errs13 === errors)) break;
													}
												} else {
													validate4.errors = [{
														instancePath: instancePath + "/told/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),
														schemaPath: "#/properties/told/additionalProperties/type",
														keyword: "type",
														params: { type: "object" },
														message: "must be object"
													}];
													return false;
												}
											}
											if (!(_errs8 === errors)) break;
										}
									}
								} else {
									validate4.errors = [{
										instancePath: instancePath + "/told",
										schemaPath: "#/properties/told/type",
										keyword: "type",
										params: { type: "object" },
										message: "must be object"
									}];
									return false;
								}
							}
							var valid0 = _errs3 === errors;
						} else var valid0 = true;
						if (valid0) {
							if (data.counter !== void 0) {
								let data4 = data.counter;
								const _errs15 = errors;
								if (!(typeof data4 == "number" && !(data4 % 1) && !isNaN(data4) && isFinite(data4))) {
									validate4.errors = [{
										instancePath: instancePath + "/counter",
										schemaPath: "#/properties/counter/type",
										keyword: "type",
										params: { type: "integer" },
										message: "must be integer"
									}];
									return false;
								}
								if (errors === _errs15) {
									if (typeof data4 == "number" && isFinite(data4)) {
										if (data4 > 9007199254740991 || isNaN(data4)) {
											validate4.errors = [{
												instancePath: instancePath + "/counter",
												schemaPath: "#/properties/counter/maximum",
												keyword: "maximum",
												params: {
													comparison: "<=",
													limit: 9007199254740991
												},
												message: "must be <= 9007199254740991"
											}];
											return false;
										} else if (data4 < 1 || isNaN(data4)) {
											validate4.errors = [{
												instancePath: instancePath + "/counter",
												schemaPath: "#/properties/counter/minimum",
												keyword: "minimum",
												params: {
													comparison: ">=",
													limit: 1
												},
												message: "must be >= 1"
											}];
											return false;
										}
									}
								}
								var valid0 = _errs15 === errors;
							} else var valid0 = true;
							if (valid0) {
								if (data.digest !== void 0) {
									let data5 = data.digest;
									const _errs17 = errors;
									if (errors === _errs17) {
										if (typeof data5 === "string") {
											if (!pattern0.test(data5)) {
												validate4.errors = [{
													instancePath: instancePath + "/digest",
													schemaPath: "#/properties/digest/pattern",
													keyword: "pattern",
													params: { pattern: "^sha256:[0-9a-f]{64}$" },
													message: "must match pattern \"^sha256:[0-9a-f]{64}$\""
												}];
												return false;
											}
										} else {
											validate4.errors = [{
												instancePath: instancePath + "/digest",
												schemaPath: "#/properties/digest/type",
												keyword: "type",
												params: { type: "string" },
												message: "must be string"
											}];
											return false;
										}
									}
									var valid0 = _errs17 === errors;
								} else var valid0 = true;
								if (valid0) {
									if (data.signature !== void 0) {
										const _errs19 = errors;
										if (typeof data.signature !== "string") {
											validate4.errors = [{
												instancePath: instancePath + "/signature",
												schemaPath: "#/properties/signature/type",
												keyword: "type",
												params: { type: "string" },
												message: "must be string"
											}];
											return false;
										}
										var valid0 = _errs19 === errors;
									} else var valid0 = true;
								}
							}
						}
					}
				}
			}
		} else {
			validate4.errors = [{
				instancePath,
				schemaPath: "#/type",
				keyword: "type",
				params: { type: "object" },
				message: "must be object"
			}];
			return false;
		}
	}
	validate4.errors = vErrors;
	return errors === 0;
}
validate4.evaluated = {
	"props": true,
	"dynamicProps": false,
	"dynamicItems": false
};
const CHECKS = /* @__PURE__ */ new Map([
	["storysync.plan/1", check0],
	["storysync.rollout/1", check1],
	["storysync.state/2", check2],
	["storysync.status/1", check3],
	["storysync.told/1", check4]
]);
function compileDocument({ $id }) {
	const check = CHECKS.get($id);
	if (check === void 0) throw new Error(`Internal error: the schema ${$id} was not compiled`);
	return check;
}

// src/documents/explain-misfit.ts
/** Keys of a forged file may be megabytes long. */
const LONGEST_KEY = 80;
const TYPES = /* @__PURE__ */ new Map([
	["string", "a text"],
	["integer", "a whole number"],
	["boolean", "true or false"],
	["object", "an object"],
	["array", "a list"]
]);
/** One short sentence: the place, then what is wrong with it; never the value that was found. */
function explainMisfit(error, schema, name) {
	const place = placeOf(error.instancePath, schema);
	return `${place === "" ? name : place} ${faultOf(error)}`;
}
function faultOf({ keyword, params, propertyName }) {
	if (propertyName !== void 0) return `has the key ${quoted(propertyName)}, which cannot be one`;
	switch (keyword) {
		case "additionalProperties": return `has the unknown key ${quoted(params.additionalProperty)}`;
		case "required": return `lacks the key ${quoted(params.missingProperty)}`;
		case "type": return `is not ${[params.type].flat().map(typeInWords).join(" or ")}`;
		case "enum": return `is not one of ${[params.allowedValues].flat().map(String).join(", ")}`;
		case "const": return `is not ${JSON.stringify(params.allowedValue)}`;
		case "pattern": return `is not of the form ${params.pattern}`;
		case "minimum": return `is less than ${params.limit}`;
		case "maximum": return `is more than ${params.limit}`;
		case "maxProperties":
		case "maxItems": return `has more than ${params.limit} entries`;
		case "maxLength": return `is longer than ${params.limit} characters`;
		default: return `breaks the rule "${keyword}" of its schema`;
	}
}
/** What needs no quotes: others could read like the end of a place, and the rest of a sentence. */
const PLAIN_KEY = /^[^\s[\]"';:\p{C}]+$/u;
/** `stories[triage].tags[0]`: a name of the format after a dot, and what is the file's own, index or key, in brackets. */
function placeOf(pointer, root) {
	let [place, schema] = ["", root];
	for (const step of pointer.split("/").slice(1)) {
		const key = step.replaceAll("~1", "/").replaceAll("~0", "~");
		const properties = objectOf(schema.properties);
		const known = Object.hasOwn(properties, key);
		place += known ? `${place === "" ? "" : "."}${key}` : `[${PLAIN_KEY.test(key) ? key.slice(0, LONGEST_KEY) : quoted(key)}]`;
		schema = objectOf(known ? properties[key] : schema.items ?? schema.additionalProperties);
	}
	return place;
}
function typeInWords(type) {
	return TYPES.get(type) ?? type;
}
function quoted(key) {
	return JSON.stringify(key.slice(0, LONGEST_KEY));
}
function objectOf(value) {
	return isObject(value) ? value : {};
}

// src/documents/read-document.ts
/**
* Reads a document by its published schema and nothing else: it comes out with the schema's type, or with the first place
* where it is not as the schema says. `name` is what people call the document.
*/
function documentReader(schema, name) {
	let validate;
	return (value) => {
		validate ??= compileDocument(schema);
		if (validate(value)) return ok(value);
		const [misfit] = validate.errors ?? [];
		return fail(misfit === void 0 ? `${name} does not follow its schema` : explainMisfit(misfit, schema, name));
	};
}

// src/model/status.ts
/** The closed list of spec section 4; `null` stands where there is nothing to say. */
const REASONS = [
	"new",
	"content_changed",
	"drift",
	"renamed",
	"recreated",
	"forced",
	"detached",
	"manual_sync_only",
	"not_ours",
	"ambiguous_name",
	"missing_prerequisite",
	"change_control",
	"ingress_ambiguous",
	"missing_key",
	"unauthorized",
	"unreachable",
	"unreadable",
	"rejected",
	"verify_failed",
	"plan_stale",
	"superseded",
	"awaiting_approval",
	"awaiting_ring",
	"outside_window",
	"held",
	"pinned",
	"halted",
	"not_reached",
	"internal"
];
/** The vendor's three words. */
const SYNC_STATUSES = [
	"synced",
	"failed",
	"requires_sync"
];

// src/documents/schema-parts.ts
/** An object whose every key must be there, but those named as optional, and no other. */
function exactly(description, properties, optional) {
	return {
		description,
		type: "object",
		additionalProperties: false,
		required: Object.keys(properties),
		properties: {
			...properties,
			...optional
		}
	};
}
function listOf(description, items) {
	return {
		description,
		type: "array",
		items
	};
}
/** The same where there may be nothing to list. */
function listOrNull(description, items) {
	return {
		description,
		type: ["array", "null"],
		items
	};
}
/** An object of any keys, or of those that follow `keys`. A key may be `__proto__`. */
function mapOf(description, values, keys) {
	return {
		description,
		type: "object",
		additionalProperties: values,
		...keys === void 0 ? {} : { propertyNames: keys }
	};
}
/** The same object, or null in its place. */
function orNull(schema) {
	return {
		...schema,
		type: ["object", "null"]
	};
}
function text(description) {
	return {
		description,
		type: "string"
	};
}
function textOrNull(description) {
	return {
		description,
		type: ["string", "null"]
	};
}
/** The pattern meets hostile texts: it may repeat nothing without bound. */
function matching(description, pattern) {
	return {
		description,
		type: "string",
		pattern
	};
}
function flag(description) {
	return {
		description,
		type: "boolean"
	};
}
/** At most so many entries of an object, items of a list, or characters of a text. */
function atMost(most, schema) {
	const { type } = schema;
	const limit = type === "object" ? "maxProperties" : type === "array" ? "maxItems" : "maxLength";
	return {
		...schema,
		[limit]: most
	};
}
/** This value, and no other. */
function only(description, value) {
	return {
		description,
		const: value
	};
}
function oneOf(description, words) {
	return {
		description,
		type: "string",
		enum: words
	};
}
function oneOfOrNull(description, words) {
	return {
		description,
		type: ["string", "null"],
		enum: [...words, null]
	};
}
function amount(description) {
	return {
		description,
		type: "integer",
		minimum: 0
	};
}
/** A number that counts from 1: an id, a line, a counter. */
function positive(description) {
	return {
		description,
		type: "integer",
		minimum: 1
	};
}
/** The same, as far as a number keeps every digit. */
function safePositive(description) {
	return {
		...positive(description),
		maximum: Number.MAX_SAFE_INTEGER
	};
}
function positiveOrNull(description) {
	return {
		description,
		type: ["integer", "null"],
		minimum: 1
	};
}
/** A story or destination key of the manifest. */
function key(description) {
	return matching(description, "^[a-z0-9][a-z0-9_.-]{0,62}$");
}
function digest(description) {
	return matching(description, "^sha256:[0-9a-f]{64}$");
}
function commitOrNull(description) {
	return {
		description,
		type: ["string", "null"],
		pattern: "^[0-9a-f]{7,64}$"
	};
}
const reason$1 = oneOfOrNull("Why, from one closed list; null when there is nothing to say.", REASONS);
function syncStatus(description) {
	return oneOf(description, [
		"synced",
		"failed",
		"requires_sync"
	]);
}
function formatName(format) {
	return only("Name and version of this format.", format);
}
/** The frame of a published schema. */
function schemaDocument(format, title, schema) {
	return {
		$schema: "https://json-schema.org/draft/2020-12/schema",
		$id: format,
		title,
		...schema
	};
}
/** The parts of a hold in a document. */
const HOLD = {
	reason: "Why nothing is pushed.",
	until: "Last day of the hold, as 2027-01-31."
};
/** A hold, and a detachment alike, as the manifest says it. */
function note(description, parts) {
	return exactly(description, {
		reason: text(parts.reason),
		owner: textOrNull("Who answers for it."),
		until: textOrNull(parts.until)
	});
}
/** A pin, as the manifest says it. */
function pin(description) {
	return exactly(description, {
		commit: text("The commit whose stories it asks for: the digits of its hash that the manifest has."),
		reason: text("Why it is pinned."),
		owner: textOrNull("Who answers for it."),
		until: textOrNull("Last day of the pin, as 2027-01-31; it stays until it is taken out."),
		stories: listOrNull("The stories that it is about; null is all that it takes.", key("Key of a story."))
	});
}

// src/model/rollout-record.ts
/** How much is kept. What is older serves nobody, and every run reads all of it. */
const KEPT = {
	stories: 5e3,
	contents: 20,
	rings: 50,
	overrides: 20
};
/**
* What two records know together, in whatever order they are merged: of two times of one passing the earlier is true,
* since somebody saw the ring passed by then. Beyond what is kept, what passed longest ago is forgotten first; but what
* `current` has stays, whatever a clock said when it passed.
*/
function mergeRecords(one, other, current = {}) {
	return {
		passings: kept(merged(one.passings, other.passings, (a, b) => merged(a, b, (rings, more) => merged(rings, more, earlier))), current),
		overrides: newestOverrides([...one.overrides, ...other.overrides])
	};
}
/** Whether both know the same. */
function isSameRecord(one, other) {
	return JSON.stringify(inOrder(one)) === JSON.stringify(inOrder(other));
}
function merged(one, other, both) {
	const all = new Map(Object.entries(one));
	for (const [key, value] of Object.entries(other)) {
		const there = all.get(key);
		all.set(key, there === void 0 ? value : both(there, value));
	}
	return Object.fromEntries(all);
}
function earlier(one, other) {
	return Date.parse(one) <= Date.parse(other) ? one : other;
}
function kept(passings, current) {
	const ofContent = (rings) => newest(rings, KEPT.rings, Date.parse);
	const ofStory = (contents, key) => newest(mapped(contents, ofContent), KEPT.contents, lastOfContent, own(current, key));
	return newest(mapped(passings, ofStory), KEPT.stories, lastOfStory, current);
}
function lastOfContent(rings) {
	return latest(Object.values(rings).map((at) => Date.parse(at)));
}
function lastOfStory(contents) {
	return latest(Object.values(contents).map(lastOfContent));
}
function latest(times) {
	return times.reduce((last, time) => Math.max(last, time), 0);
}
function newest(entries, most, timeOf, current = {}) {
	const all = Object.entries(entries);
	if (all.length <= most) return entries;
	const first = all.map(([key, value]) => ({
		key,
		value,
		at: Object.hasOwn(current, key) ? Number.POSITIVE_INFINITY : timeOf(value)
	})).toSorted((a, b) => a.at === b.at ? byText(a.key, b.key) : b.at - a.at).slice(0, most);
	return Object.fromEntries(first.map(({ key, value }) => [key, value]));
}
function mapped(entries, change) {
	return Object.fromEntries(Object.entries(entries).map(([key, value]) => [key, change(value, key)]));
}
/** A story may be called `constructor`. */
function own(entries, key) {
	return Object.hasOwn(entries, key) ? entries[key] : void 0;
}
function newestOverrides(overrides) {
	return [...new Map(overrides.map((override) => [overrideId(override), override]))].toSorted(([a, one], [b, other]) => Date.parse(one.at) - Date.parse(other.at) || byText(a, b)).slice(-KEPT.overrides).map(([, override]) => override);
}
/** Two runs may be let pass for one reason, and each counts. */
function overrideId({ at, digest, reason, commit }) {
	return JSON.stringify([
		at,
		digest,
		reason,
		commit
	]);
}
function inOrder({ passings, overrides }) {
	return [Object.entries(passings).flatMap(([story, contents]) => Object.entries(contents).flatMap(([content, rings]) => Object.entries(rings).map(([ring, at]) => [
		story,
		content,
		ring,
		at
	]))).toSorted(byTextOf((row) => row.join("\n"))), overrides.map(overrideId)];
}

// src/git/commit/branch-base.ts
/** The last paragraph of a commit of ours: on what it stands, and which files it holds. */
function baseTrailers(base, tree) {
	return `Storysync-Base: ${base}\nStorysync-Tree: ${tree}\n`;
}
/**
* A branch with nothing but one commit of ours is made anew on HEAD, and so is one that was merged. As soon as somebody
* else has a commit on it, ours goes on top: work of people is never dropped.
*/
async function chooseBase(objects, { head, local, remote }) {
	const tip = await newerTip(objects, local, remote);
	if (tip === "diverged") return { kind: "diverged" };
	return {
		kind: "base",
		parent: tip === void 0 || await isOurs(objects, tip) || await isAncestor(objects, tip, head) ? head : tip,
		tip
	};
}
async function newerTip(objects, local, remote) {
	if (local === void 0 || remote === void 0 || local === remote) return remote ?? local;
	if (await isOurs(objects, local) || await isAncestor(objects, local, remote)) return remote;
	return await isOurs(objects, remote) || await isAncestor(objects, remote, local) ? local : "diverged";
}
/** Exactly as we made it: somebody who amends or rebases it changes its files or what it stands on. */
async function isOurs(objects, oid) {
	const { message, parents, tree } = await objects.commit(oid);
	const [parent] = parents;
	return parents.length === 1 && parent !== void 0 && message.endsWith(`\n\n${baseTrailers(parent, tree)}`);
}
/** Clocks of committers differ; beyond this a commit cannot have an older one as its descendant. */
const CLOCK_SKEW_MS = 864e5;
const MOST_COMMITS = 2e4;
/** Whether `of` contains `oid`. Where the history ends (a shallow clone) nobody knows, which counts as no. */
async function isAncestor(objects, oid, of) {
	if (oid === of) return true;
	const earliest = Date.parse((await objects.commit(oid)).time) - CLOCK_SKEW_MS;
	const seen = /* @__PURE__ */ new Set([of]);
	for (const commit of seen) {
		if (commit === oid) return true;
		if (seen.size > MOST_COMMITS) return false;
		const facts = await factsIfHere(objects, commit);
		if (facts === void 0 || Date.parse(facts.time) < earliest) continue;
		for (const parent of facts.parents) seen.add(parent);
	}
	return false;
}
async function factsIfHere(objects, oid) {
	try {
		return await objects.commit(oid);
	} catch (error) {
		if (error instanceof import_isomorphic_git.Errors.NotFoundError) return void 0;
		throw error;
	}
}

// src/git/commit/index-goal.ts
function noteOf({ ref, commit }, draft) {
	return {
		ref,
		commit,
		draft: basename(draft)
	};
}
const DRAFT = /^index\.storysync-[0-9a-fx-]{1,80}\.lock$/;
const COMMIT = /^[0-9a-f]{40}$/;
/**
* Ends what a killed run began: where its commit stands on the branch the index follows, and `git status` says nothing.
* The index was locked since, so what was prepared for it still fits.
*/
async function finishIndex(dirs, { ref = "", commit = "", draft = "" }) {
	if (!DRAFT.test(draft) || !COMMIT.test(commit)) return;
	const path = join(dirs.gitDir, draft);
	if (!await stands(dirs, {
		ref,
		commit
	})) return rm(path, { force: true });
	await rename(path, join(dirs.gitDir, "index")).catch((error) => {
		if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
	});
}
async function stands({ gitDir, commonDir }, { ref, commit }) {
	const head = await readHeadFile(gitDir);
	if (head === void 0 || !("ref" in head) || head.ref !== ref) return false;
	const tip = await readRef(commonDir, head.ref);
	if (tip === void 0 || tip === commit) return tip !== void 0;
	const objects = await ObjectReader.open(commonDir);
	const found = await readingObjects(() => isAncestor(objects, commit, tip));
	return found.ok && found.value;
}

// src/git/commit/dead-locks.ts
/**
* Takes away what a commit of ours that was killed left locked, the index and the branch, and finishes what it began: git
* would refuse to work until somebody does. What is in the way of that is told by the next commit.
*/
async function clearDeadLocks(dirs, branch) {
	try {
		for (const name of [await currentBranch(dirs.gitDir), branch]) if (name !== void 0 && isBranchName(name)) await clearDeadRefLock(dirs.commonDir, `refs/heads/${name}`);
		const finish = (note) => finishIndex(dirs, note);
		await clearDeadLock(join(dirs.gitDir, "index.lock"), {
			sharedWithGit: true,
			finish
		});
	} catch (error) {
		storageFailure(error);
	}
}

// src/git/objects/author.ts
const DEFAULT_AUTHOR = {
	name: "storysync",
	email: "storysync@users.noreply.github.com"
};
/** `STORYSYNC_GIT_AUTHOR="Name <mail>"`, or ourselves. */
function authorFrom(environment) {
	const text = environment.STORYSYNC_GIT_AUTHOR?.trim() ?? "";
	if (text === "") return ok(DEFAULT_AUTHOR);
	const [, name, email] = /^([^<>\p{Cc}]*[^<>\p{Cc}\s])\s*<([^<>\p{Cc}\s]+)>$/u.exec(text) ?? [];
	return name === void 0 || email === void 0 ? fail(noAuthor()) : ok({
		name,
		email
	});
}
function noAuthor() {
	return {
		code: "STA009",
		severity: "warning",
		message: "STORYSYNC_GIT_AUTHOR is not a name followed by an address in angle brackets",
		hint: "write it like this: STORYSYNC_GIT_AUTHOR=\"Ann Example <ann@example.com>\"; until then commits are by storysync"
	};
}

// src/state/commit-message.ts
/** Lines at the end of a message that name where its content comes from, for people and for "git log". */
const TRAILER = /^(Source|Run|Rollout-Override|Rollout-Override-Reason): \S/;
/** A commit message as git wants it: a subject, what more there is to say, and the trailers. */
function commitMessage(subject, body, { source, run, override }) {
	const trailers = [
		...source === void 0 ? [] : [`Source: ${source}`],
		...run === void 0 ? [] : [`Run: ${run}`],
		...override === void 0 ? [] : [`Rollout-Override: ${override.digest}`, `Rollout-Override-Reason: ${override.reason}`]
	];
	return [
		[subject],
		body,
		trailers
	].filter((part) => part.length > 0).map((part) => part.join("\n")).join("\n\n");
}
/** One destination speaks for itself; of several each has its line, and the trailers stand once. */
function joinMessages(messages) {
	const [only = ""] = messages;
	if (messages.length <= 1) return `${only}\n`;
	const lines = messages.map((message) => message.split("\n", 1).join());
	const trailers = new Set(messages.flatMap((message) => message.split("\n").filter((line) => TRAILER.test(line))));
	return `${[
		`State of ${messages.length} destinations`,
		lines.join("\n"),
		[...trailers].join("\n")
	].filter((part) => part !== "").join("\n\n")}\n`;
}

// src/state/history.ts
const HISTORY = {
	longest: 1e3,
	kept: 500
};
/** Where a server keeps us from cutting, it is asked again only after this many commits. */
const ASK_AGAIN = 100;
/**
* The tip of the same branch with only its newest commits, on a root that tells what was cut; undefined while it is
* short enough. `pushed` is where the branch was on the remote before this run.
*/
async function shortenedHistory(tree, tip, pushed, { longest, kept }) {
	if (tip === pushed) return void 0;
	const chain = await lineOf(tree, tip);
	const fresh = Math.max(1, chain.findIndex(({ oid }) => oid === pushed));
	const before = chain.length - fresh;
	const due = before <= longest || Math.floor(before / ASK_AGAIN) !== Math.floor(chain.length / ASK_AGAIN);
	const last = chain[kept];
	if (chain.length <= longest || !due || last === void 0) return void 0;
	let parent = await tree.writeCommit({
		...last.commit,
		parents: [],
		message: describe(chain.length - kept, last)
	});
	for (const { commit } of chain.slice(0, kept).toReversed()) parent = await tree.writeCommit({
		...commit,
		parents: [parent]
	});
	return parent;
}
/** Whether it takes more than so many steps back to get from one commit to another, or to the root where it is none. */
async function isFarther(tree, { from, to, than }) {
	let oid = from;
	for (let steps = 0; steps <= than; steps++) {
		if (oid === void 0 || oid === to) return false;
		oid = (await tree.commit(oid)).parents[0];
	}
	return true;
}
/**
* What stood in each of some files before, by path, newest first: along first parents, as far as the branch carries its
* past along. `places` are folders and files from the top. Blobs that follow each other are told apart by id; none is read.
*/
async function pastBlobs(tree, tip, places, most = HISTORY.longest) {
	const past = /* @__PURE__ */ new Map();
	let after = tip;
	for (let steps = 0; steps < most; steps++) {
		const [commit] = (await tree.commit(after)).parents;
		if (commit === void 0 || !await tree.has(commit)) break;
		for (const place of places) for (const { path, entry } of await tree.before(commit, after, place)) {
			const blobs = past.get(path) ?? [];
			if (blobs.length === 0) past.set(path, blobs);
			blobs.push(entry.oid);
		}
		after = commit;
	}
	return past;
}
/** The commits from the tip back along first parents. */
async function lineOf(tree, tip) {
	const chain = [];
	let oid = tip;
	while (oid !== void 0) {
		const commit = await tree.commit(oid);
		chain.push({
			oid,
			commit
		});
		oid = commit.parents[0];
	}
	return chain;
}
function describe(count, { oid, commit }) {
	return `Older history was cut\n\n${count} commits up to ${(/* @__PURE__ */ new Date(commit.author.timestamp * 1e3)).toISOString().slice(0, 10)}, the last of them ${oid}. The files are as they were then.\n`;
}

// src/state/paths.ts
/** Where things stand on the state branch. A name that is none is a bug. */
const DESTINATIONS = "destinations";
/** The file that holds which rings have passed, and when. */
const ROLLOUT = "rollout.json";
/** The file that holds what scheduled plans have told. */
const TOLD = "told.json";
/** The file that holds a destination's state. */
function statePath(destination) {
	return `${DESTINATIONS}/${checked(destination)}.json`;
}
function destinationOf(file) {
	return /^([a-z0-9][a-z0-9-_.]*)\.json$/.exec(file)?.[1];
}
/** A copy of what was deleted at a destination. */
function prunedPath(destination, file) {
	if (!/^[A-Za-z0-9][\w.-]*$/.test(file)) throw new Error(`Internal error: "${file}" is no file name`);
	return `pruned/${checked(destination)}/${file}`;
}
function checked(name) {
	if (!/^[a-z0-9][a-z0-9-_.]*$/.test(name)) throw new Error(`Internal error: "${name}" is no destination name`);
	return name;
}

// src/state/remote-problems.ts
/** What stands in the way of sharing the state. `remote` is the remote's name; its address may hold a password. */
const CODES = {
	no_access: "STA010",
	refused: "STA011",
	unreachable: "STA013",
	broken: "STA014"
};
const HINTS = {
	no_access: "in GitHub Actions give the job \"permissions: contents: write\"; elsewhere set STORYSYNC_GIT_TOKEN to a token that may push here. Until then state stays in this clone",
	refused: "exempt this branch from the rule; until then state stays in this clone",
	unreachable: "the run goes on with the state of this clone, and the next one that reaches the remote shares it",
	broken: "check the address with \"git remote -v\"; until then state stays in this clone"
};
function remoteProblem(doing, branch, remote, failure) {
	const message = `the state branch "${branch}" cannot be ${doing}: the remote "${printable(remote)}" ${describeRemoteFailure(failure)}`;
	const hint = [remoteHint(failure), HINTS[failure.kind]].filter((text) => text !== void 0).join("; ");
	return {
		code: CODES[failure.kind],
		severity: "warning",
		message,
		hint
	};
}
function unusableRemote(branch, remote, why) {
	const name = printable(remote);
	return {
		code: "STA012",
		severity: "warning",
		message: `the state of this run stays in this clone: the remote "${name}" ${UNUSABLE[why]}`,
		hint: `run "git push ${name} ${branch}" now, and "git fetch ${name} ${branch}:${branch}" before the next run`
	};
}
function outrun(branch, attempts) {
	return {
		code: "STA015",
		severity: "warning",
		message: `the state branch "${branch}" could not be pushed in ${attempts} attempts: other runs were faster each time`,
		hint: "run the same command again: the state is kept in this clone, and goes with the next push"
	};
}

// src/state/sharing.ts
/** The repository has no remote, or it was not to be asked. */
const NOT_SHARED = {
	catchUp: async () => {},
	writing: () => {},
	written: () => {},
	flush: async () => ok(null)
};
/** A remote that we cannot reach: worth a word once something was written that others should have. */
function unshared(branch, remote, why) {
	let wrote = false;
	return {
		catchUp: async () => {},
		writing: () => {},
		written: () => {
			wrote = true;
		},
		flush: async () => wrote ? fail(unusableRemote(branch, remote, why)) : ok(null)
	};
}

// src/git/objects/object-writer.ts
/** Adds objects to git's storage. Nothing refers to them until a ref moves. */
var ObjectWriter = class {
	#gitdir;
	constructor(commonDir) {
		this.#gitdir = commonDir;
	}
	blob(content) {
		return (0, import_isomorphic_git.writeBlob)({
			fs: durableFs,
			gitdir: this.#gitdir,
			blob: content
		});
	}
	/** A folder as git keeps it. */
	folder(content) {
		return (0, import_isomorphic_git.writeObject)({
			fs: durableFs,
			gitdir: this.#gitdir,
			type: "tree",
			format: "content",
			object: content
		});
	}
	/** By its author, at the author's time in UTC. */
	commit({ tree, parents, message, author }) {
		const person = {
			...author,
			timezoneOffset: 0
		};
		const commit = {
			message,
			tree,
			parent: [...parents],
			author: person,
			committer: person
		};
		return (0, import_isomorphic_git.writeCommit)({
			fs: durableFs,
			gitdir: this.#gitdir,
			commit
		});
	}
};

// src/git/read/checkouts.ts
/** Whether a work tree of the repository is on this ref: then it must not move under it. */
async function isCheckedOut(commonDir, ref) {
	const linked = await readdir(join(commonDir, "worktrees")).catch(() => []);
	for (const gitDir of [commonDir, ...linked.map((name) => join(commonDir, "worktrees", name))]) {
		const head = await readHeadFile(gitDir);
		if (head !== void 0 && "ref" in head && head.ref === ref) return true;
	}
	return false;
}

// src/state/state-problems.ts
/** Git and file system failures become problems here; our own mistakes still throw. */
async function guarded(branch, work) {
	try {
		return await work();
	} catch (error) {
		const code = storageFailure(error);
		return fail(code === "NotFoundError" || code === "ENOENT" ? broken(branch, "objects of it are missing here") : broken(branch, systemWords(code, "git or the file system failed"), systemHint(code, LOOK_AT_THE_CLONE)));
	}
}
function noBranchName(branch) {
	return {
		code: "STA008",
		severity: "warning",
		message: `${JSON.stringify(branch)} cannot be the name of a git branch`,
		hint: "use a name such as \"storysync/state\""
	};
}
function noRepository(why) {
	return {
		code: "STA004",
		severity: "warning",
		message: `state cannot be kept in git: ${why}`,
		hint: "run storysync inside a clone of the repository, or with --no-state"
	};
}
function foreignRepository(storage) {
	const hint = "run with --no-state, or keep the manifest in a repository with sha1 names and files for its branches";
	return {
		...noRepository(`the repository uses ${storage}, which storysync does not read`),
		hint
	};
}
function checkedOut(branch) {
	return {
		code: "STA005",
		severity: "warning",
		message: `a work tree of this repository is on "${branch}", the branch that state is kept on`,
		hint: "check out another branch there; until then no recorded state is used or kept"
	};
}
function locked(branch, holder, waitMs) {
	const { why, hint } = describeLocked(`.git/refs/heads/${branch}.lock`, holder, waitMs);
	return {
		code: "STA006",
		severity: "warning",
		message: `the state branch "${branch}" is locked: ${why}`,
		hint
	};
}
const LOOK_AT_THE_CLONE = "check the clone with \"git fsck\", and free space and permissions of the .git folder; a fresh clone starts anew";
function broken(branch, why, hint = LOOK_AT_THE_CLONE) {
	return {
		code: "STA007",
		severity: "warning",
		message: `the state branch "${branch}" cannot be read or written: ${why}`,
		hint
	};
}

// src/state/state-tree.ts
const NO_FOLDER = {
	content: Buffer.alloc(0),
	entries: []
};
/** Folders kept in memory: those that every read and every commit goes through. */
const FOLDERS_KEPT = 32;
/** The state branch's commits as data. Knows nothing of refs: `state-branch.ts` moves them. */
var StateTree = class {
	#reader;
	#writer;
	#folders = /* @__PURE__ */ new Map();
	constructor(reader, writer) {
		this.#reader = reader;
		this.#writer = writer;
	}
	commit(oid) {
		return this.#reader.commit(oid);
	}
	async has(commit) {
		return (await readingObjects(() => this.commit(commit))).ok;
	}
	async read(commit, path) {
		const entry = await this.entry(commit, path);
		if (entry?.type !== "blob") return void 0;
		return (await this.#reader.blob(entry.oid)).toString("utf8");
	}
	async entry(commit, path) {
		const segments = path.split("/");
		let folder = await this.#root(commit) ?? void 0;
		for (const [index, segment] of segments.entries()) {
			const entry = (await this.#folder(folder)).entries.find(({ path: name }) => name === segment);
			if (entry === void 0 || index === segments.length - 1) return entry;
			folder = entry.type === "tree" ? entry.oid : void 0;
		}
	}
	/** A file's text by its id. */
	async text(oid) {
		return (await this.#reader.blob(oid)).toString("utf8");
	}
	/** The files at a path, or below it, that a commit has, and the commit after it has otherwise or not at all. */
	async before(commit, after, path) {
		const [was, is] = [await this.entry(commit, path), await this.entry(after, path)];
		if (was?.type === "blob") return was.oid === is?.oid ? [] : [{
			path,
			entry: was
		}];
		return this.#changedIn(treeOf(is), treeOf(was), `${path}/`);
	}
	/** The names of the files in a folder. */
	async list(commit, folder) {
		const entry = await this.entry(commit, folder);
		return (entry?.type === "tree" ? (await this.#folder(entry.oid)).entries : []).filter(({ type }) => type === "blob").map(({ path }) => path);
	}
	/** The files of `to` that `from` has not, or has otherwise. Equal folders are not looked into. */
	async changed(from, to) {
		return this.#changedIn(from === void 0 ? void 0 : await this.#root(from), await this.#root(to), "");
	}
	async store(path, text) {
		return {
			path,
			entry: fileEntry(path, await this.#writer.blob(Buffer.from(text, "utf8")))
		};
	}
	/** Makes the commit whether or not its files are new. */
	async write({ parent, files, message, author, at }) {
		const tree = await this.#put(parent === void 0 ? void 0 : await this.#root(parent), files, "");
		const timestamp = Math.floor(at.getTime() / 1e3);
		return this.#writer.commit({
			tree,
			parents: parent === void 0 ? [] : [parent],
			message,
			author: {
				...author,
				timestamp
			}
		});
	}
	writeCommit(commit) {
		return this.#writer.commit(commit);
	}
	async #root(commit) {
		return (await this.commit(commit)).tree;
	}
	async #changedIn(from, to, prefix) {
		if (to === void 0 || from === to) return [];
		const before = new Map((await this.#folder(from)).entries.map((entry) => [entry.path, entry]));
		const found = [];
		for (const entry of (await this.#folder(to)).entries) {
			const old = before.get(entry.path);
			if (old?.oid === entry.oid) continue;
			const path = `${prefix}${entry.path}`;
			if (entry.type === "tree") {
				const was = old?.type === "tree" ? old.oid : void 0;
				for (const inner of await this.#changedIn(was, entry.oid, `${path}/`)) found.push(inner);
			} else found.push({
				path,
				entry
			});
		}
		return found;
	}
	/** A folder with files put into it, by paths below `prefix`; only the folders on their way are written. */
	async #put(folder, files, prefix) {
		const { content, entries } = await this.#folder(folder);
		const changed = [];
		for (const [name, group] of Map.groupBy(files, ({ path }) => path.slice(prefix.length).split("/")[0] ?? "")) {
			const own = group.find(({ path }) => path === prefix + name);
			if (own !== void 0) changed.push({
				...own.entry,
				path: name
			});
			else {
				const old = entries.find(({ path }) => path === name);
				const oid = await this.#put(old?.type === "tree" ? old.oid : void 0, group, `${prefix}${name}/`);
				changed.push({
					mode: "040000",
					path: name,
					oid,
					type: "tree"
				});
			}
		}
		return this.#writer.folder(withEntries(content, changed));
	}
	#folder(oid) {
		if (oid === void 0) return Promise.resolve(NO_FOLDER);
		const known = this.#folders.get(oid) ?? this.#readFolder(oid);
		this.#folders.delete(oid);
		this.#folders.set(oid, known);
		const [oldest] = this.#folders.keys();
		if (this.#folders.size > FOLDERS_KEPT && oldest !== void 0) this.#folders.delete(oldest);
		known.catch(() => this.#folders.delete(oid));
		return known;
	}
	async #readFolder(oid) {
		const content = await this.#reader.folder(oid);
		return {
			content,
			entries: parseTree(content)
		};
	}
};
function treeOf(entry) {
	return entry?.type === "tree" ? entry.oid : void 0;
}
function fileEntry(path, oid) {
	return {
		mode: "100644",
		path: path.slice(path.lastIndexOf("/") + 1),
		oid,
		type: "blob"
	};
}

// src/state/write-queue.ts
/**
* Writers of one process queue here, so that they do not race each other for the lock. Whatever arrives while a commit
* is under way goes into the next one together; each writer is answered when its own commit stands.
*/
var WriteQueue = class {
	#commit;
	#waiting = [];
	#busy = false;
	constructor(commit) {
		this.#commit = commit;
	}
	add(change) {
		const { promise, resolve, reject } = Promise.withResolvers();
		this.#waiting = [...this.#waiting, {
			...change,
			resolve,
			reject
		}];
		if (!this.#busy) this.#drain();
		return promise;
	}
	async #drain() {
		this.#busy = true;
		while (this.#waiting.length > 0) {
			const batch = this.#take();
			try {
				const result = await this.#commit(batch.map(({ path, text, message, over }) => ({
					path,
					text,
					message,
					over
				})));
				for (const { resolve } of batch) resolve(result);
			} catch (bug) {
				for (const { reject } of batch) reject(bug);
			}
		}
		this.#busy = false;
	}
	/** All that wait, in order; a second text of one file waits for a commit of its own. */
	#take() {
		const paths = /* @__PURE__ */ new Set();
		const again = this.#waiting.findIndex(({ path }) => paths.size === paths.add(path).size);
		const size = again === -1 ? this.#waiting.length : again;
		const batch = this.#waiting.slice(0, size);
		this.#waiting = this.#waiting.slice(size);
		return batch;
	}
};

// src/state/state-branch.ts
/** Each lost race means that another writer got ahead, so this many in a row means that something else is wrong. */
const MAX_LOST_RACES = 500;
/** Files written side by side: enough to keep the disk busy, far from the limit of open files. */
const SIDE_BY_SIDE = 16;
/** The local branch that state is kept on. Only objects and the branch itself are written. */
var StateBranch = class StateBranch {
	tree;
	name;
	author;
	clock;
	merges;
	#commonDir;
	#lockWaitMs;
	#ref;
	#queue;
	constructor(commonDir, objects, { branch, author, clock, lockWaitMs = 5e3, merges = /* @__PURE__ */ new Map() }) {
		this.tree = new StateTree(objects, new ObjectWriter(commonDir));
		this.name = branch;
		this.author = author;
		this.clock = clock;
		this.merges = merges;
		this.#commonDir = commonDir;
		this.#lockWaitMs = lockWaitMs;
		this.#ref = `refs/heads/${branch}`;
		this.#queue = new WriteQueue((changes) => guarded(branch, () => this.#commit(changes)));
	}
	static async open(commonDir, options) {
		return new StateBranch(commonDir, await ObjectReader.open(commonDir), options);
	}
	tip() {
		return readRef(this.#commonDir, this.#ref);
	}
	/** Stands in a commit on the branch when it answers. */
	write(change) {
		return this.#queue.add(change);
	}
	/** Moves the branch from one commit to another; `moved` when it was not at `from` any more. */
	async move(from, to) {
		const conflict = await this.findCheckout();
		if (conflict !== void 0) return fail(conflict);
		const move = await moveRef(this.#commonDir, this.#ref, {
			from,
			to
		}, this.#lockWaitMs);
		return typeof move === "object" ? fail(locked(this.name, move.lockedBy, this.#lockWaitMs)) : ok(move);
	}
	/** So that git can fetch and push the branch, also when this run writes nothing. */
	clearDeadLock() {
		return clearDeadRefLock(this.#commonDir, this.#ref);
	}
	/** A branch that a work tree is on must not move under it. */
	async findCheckout() {
		return await isCheckedOut(this.#commonDir, this.#ref) ? checkedOut(this.name) : void 0;
	}
	/** Tries a move until no other writer is faster; `next` says where to, from where the branch is. */
	async moveOn(next) {
		for (let lost = 0; lost < MAX_LOST_RACES; lost++) {
			const from = await this.tip();
			const to = await next(from);
			if (to === void 0 || to === from) return ok(null);
			const moved = await this.move(from, to);
			if (!moved.ok) return moved;
			if (moved.value === "done") return ok(null);
			await setTimeout(Math.random() * Math.min(5 * (lost + 1), 100));
		}
		return fail(broken(this.name, "other processes kept moving it"));
	}
	#commit(changes) {
		const at = this.clock.now();
		return this.moveOn(async (parent) => {
			const limit = pLimit(SIDE_BY_SIDE);
			const fresh = (await limit.map(changes, (change) => this.#ifNew(parent, change))).filter((change) => change !== void 0);
			if (fresh.length === 0) return void 0;
			const files = await limit.map(fresh, ({ path, text }) => this.tree.store(path, text));
			const message = joinMessages(fresh.map((change) => change.message));
			return this.tree.write({
				parent,
				files,
				message,
				author: this.author,
				at
			});
		});
	}
	/** Another process may have written the file since this one read it. */
	async #merged({ path, text, over }, there) {
		const merge = this.merges.get(path);
		if (merge === void 0 || there === over || there === blobId(text)) return text;
		return merge({
			base: void 0,
			ours: text,
			theirs: await this.tree.text(there)
		});
	}
	async #ifNew(parent, change) {
		if (parent === void 0) return change;
		const there = await this.tree.entry(parent, change.path);
		const text = there?.type === "blob" ? await this.#merged(change, there.oid) : change.text;
		return there?.oid === blobId(text) ? void 0 : {
			...change,
			text
		};
	}
};

// src/state/git-store.ts
/** State on a local branch. Only objects and the branch itself are written: never work tree, index or HEAD. */
async function openGitStateStore(options) {
	const opened = await openStateBranch(options);
	return opened.ok ? ok(new GitStateStore(opened.value.branch)) : opened;
}
/** The local branch, once it is known that state can be kept on it. */
async function openStateBranch(options) {
	if (!isBranchName(options.branch)) return fail(noBranchName(options.branch));
	const dirs = await findGitDirs(options.dir);
	if (dirs === void 0) return fail(noRepository("this folder is not inside a git work tree"));
	const branch = await StateBranch.open(dirs.commonDir, options);
	return guarded(options.branch, async () => {
		const foreign = await foreignStorage(dirs.commonDir);
		if (foreign !== void 0) return fail(foreignRepository(foreign));
		await branch.clearDeadLock();
		const checkedOut = await branch.findCheckout();
		return checkedOut === void 0 ? ok({
			branch,
			dirs
		}) : fail(checkedOut);
	});
}
var GitStateStore = class {
	#branch;
	#sharing;
	#past;
	constructor(branch, sharing = NOT_SHARED) {
		this.#branch = branch;
		this.#sharing = sharing;
	}
	read(name) {
		return this.#read(statePath(name));
	}
	past(name) {
		return this.#pastOf(statePath(name));
	}
	async write(name, text, message) {
		return this.#write({
			path: statePath(name),
			text,
			message
		});
	}
	ofFleet(path) {
		return {
			read: () => this.#read(path),
			past: () => this.#pastOf(path),
			write: (text, message, over) => this.#write({
				path,
				text,
				message,
				over
			})
		};
	}
	async keep(destination, file, text, message) {
		return this.#write({
			path: prunedPath(destination, file),
			text,
			message
		});
	}
	names() {
		return guarded(this.#branch.name, async () => {
			const commit = await this.#branch.tip();
			const names = (commit === void 0 ? [] : await this.#branch.tree.list(commit, DESTINATIONS)).map(destinationOf).filter((name) => name !== void 0);
			return ok(names.toSorted());
		});
	}
	async writtenAt() {
		const time = await guarded(this.#branch.name, async () => {
			const commit = await this.#branch.tip();
			return ok(commit === void 0 ? void 0 : (await this.#branch.tree.commit(commit)).author.timestamp);
		});
		return time.ok && time.value !== void 0 ? (/* @__PURE__ */ new Date(time.value * 1e3)).toISOString() : void 0;
	}
	catchUp() {
		return this.#sharing.catchUp();
	}
	flush() {
		return this.#sharing.flush();
	}
	#read(path) {
		return guarded(this.#branch.name, async () => {
			const commit = await this.#branch.tip();
			return ok(commit === void 0 ? void 0 : await this.#branch.tree.read(commit, path));
		});
	}
	#pastOf(path) {
		return guarded(this.#branch.name, async () => {
			const blobs = (await this.#pastBlobs()).get(path) ?? [];
			return ok(blobs.map((id) => ({
				id,
				read: () => this.#text(id)
			})));
		});
	}
	/** Looked up once for all files, and only when somebody asks. */
	#pastBlobs() {
		this.#past ??= this.#branch.tip().then((tip) => tip === void 0 ? /* @__PURE__ */ new Map() : pastBlobs(this.#branch.tree, tip, [
			DESTINATIONS,
			ROLLOUT,
			TOLD
		]));
		return this.#past;
	}
	#text(id) {
		return guarded(this.#branch.name, async () => ok(await this.#branch.tree.text(id)));
	}
	async #write(change) {
		this.#sharing.writing(change);
		const written = await this.#branch.write(change);
		if (written.ok) this.#sharing.written();
		return written;
	}
};

// src/state/memory-store.ts
/** State that ends with the process: for `--no-state`, and for tests. */
function createMemoryStateStore(clock) {
	const stored = /* @__PURE__ */ new Map();
	const ofFleet = /* @__PURE__ */ new Map();
	const kept = /* @__PURE__ */ new Map();
	let writtenAt;
	const put = (map, key, text) => {
		if (map.get(key) !== text) writtenAt = clock.now().toISOString();
		map.set(key, text);
		return ok(null);
	};
	return {
		read: async (name) => ok(stored.get(name)),
		past: async () => ok([]),
		write: async (name, text) => {
			statePath(name);
			return put(stored, name, text);
		},
		ofFleet: (file) => ({
			read: async () => ok(ofFleet.get(file)),
			past: async () => ok([]),
			write: async (text) => put(ofFleet, file, text)
		}),
		names: async () => ok([...stored.keys()].toSorted()),
		keep: async (destination, file, text) => put(kept, prunedPath(destination, file), text),
		writtenAt: async () => writtenAt,
		catchUp: async () => {},
		flush: async () => ok(null)
	};
}

// src/documents/rollout/rollout-schema.ts
const ROLLOUT_FORMAT = "storysync.rollout/1";
const time = (description) => matching(description, "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{3}Z$");
const rings = atMost(KEPT.rings, mapOf("When each ring passed for the content, by name of the ring.", time("ISO 8601 time. Written once; of two the earlier counts."), key("Name of the ring in the manifest.")));
const contents = atMost(KEPT.contents, mapOf("Contents of the story that passed a ring, by hash; the newest of them are kept.", rings, digest("A hash.")));
const override = exactly("A run that a person let pass over the rollout.", {
	digest: digest("Of the plan that was seen before."),
	reason: atMost(300, text("Why, on one line.")),
	at: time("When, ISO 8601."),
	commit: commitOrNull("Commit that was synced; null when the work tree was not clean.")
});
/** `storysync.rollout/1`, published as schemas/rollout.schema.json. What reads the file is this schema. */
const rolloutRecordSchema = schemaDocument(ROLLOUT_FORMAT, "storysync rollout", exactly("How far changes have come: rollout.json on the state branch. Only storysync writes it. Delete it and each ring passes anew, by what is recorded of its destinations.", {
	format: formatName(ROLLOUT_FORMAT),
	passings: atMost(KEPT.stories, mapOf("What passed which ring, by story key.", contents, key("Key of the story in the manifest."))),
	overrides: atMost(KEPT.overrides, listOf("The last overrides, oldest first.", override)),
	counter: safePositive("Grows with each version of the file, so that a signed older one does not pass for the newest."),
	digest: digest("Covers all but the signature: tells a change by hand.")
}, { signature: text("By whom the file was made: an HMAC-SHA256 under the state key. Absent without a key.") }));

// src/documents/rollout/rollout-json.ts
/** What is recorded of rollouts, `storysync.rollout/1`, before the envelope is put around it. */
function rolloutToJson({ passings, overrides }) {
	return {
		format: ROLLOUT_FORMAT,
		passings,
		overrides: overrides.map(({ digest, reason, at, commit }) => ({
			digest,
			reason,
			at,
			commit
		}))
	};
}
const readRecord = documentReader(rolloutRecordSchema, "the file");
/** The record in a whole file, envelope and all, or the first place where the file is not as we write it. */
function rolloutFromJson(file) {
	const read = readRecord(file);
	if (!read.ok) return read;
	const { passings, overrides } = read.value;
	return [...Object.values(passings).flatMap((contents) => Object.values(contents).flatMap((rings) => Object.values(rings))), ...overrides.map(({ at }) => at)].every(isTime) ? ok({
		passings,
		overrides
	}) : fail("it tells a time that there is not");
}
function isTime(text) {
	const time = Date.parse(text);
	return !Number.isNaN(time) && new Date(time).toISOString() === text;
}

// src/state/envelope.ts
/** A file of the state branch as text: content, counter and digest, signed where there is a key. */
function sealed(content, { path, counter, seal }) {
	const counted = {
		...content,
		counter
	};
	const whole = {
		...counted,
		digest: contentHash(counted)
	};
	return canonicalJson(seal ? {
		...whole,
		signature: seal.keys.sign(covered(whole, path, seal))
	} : whole);
}
/** Takes the envelope off. A signature counts on the very bytes alone: the same file in another layout would pass for a newer one. */
function openEnvelope(file, text, { path, seal }) {
	const { signature, ...whole } = file;
	const { digest, ...counted } = whole;
	const { counter, ...content } = counted;
	const valid = typeof counter === "number" && Number.isSafeInteger(counter) && counter > 0;
	return {
		content,
		counter: valid ? counter : 0,
		whole: valid && digest === contentHash(counted),
		mark: seal ? valid && isSigned(file, text, path, seal) ? "signed" : "doubtful" : signature === void 0 ? "unsigned" : "unchecked"
	};
}
/** Whether a text that cannot be read as a file of ours was one that somebody signed. */
function bearsSignature(text) {
	return text.includes("\"signature\": \"hmac-");
}
function isSigned(file, text, path, seal) {
	const { signature, ...whole } = file;
	if (typeof signature !== "string") return false;
	return seal.keys.isSigned(covered(whole, path, seal), signature) && canonicalJson(file) === text;
}
function covered(file, path, { repository }) {
	return {
		purpose: "storysync state",
		repository,
		path,
		file
	};
}

// src/state/replay.ts
/**
* Whether a signed file is not the newest that was signed: somebody put an older one in its place, once or several
* times. `past` is what stood there before, newest first.
*
* Reading all of it would cost minutes for a thousand destinations. Where nobody meddled, each version counts one more
* than the one before: so the oldest signed one tells how far the counter must have come. Only where it has not come
* that far, or the same text stood there before, each version is read.
*/
async function isReplayed(id, counter, past) {
	const older = distinct(past);
	if (!past.some((text) => text.id === id)) {
		const first = await oldestSigned(older);
		if (first === void 0 || counter - first.counter > first.index) return false;
	}
	return await highestCounter(older) > counter;
}
/** The highest counter that was ever signed here; 0 when none was. */
async function highestCounter(past) {
	let highest = 0;
	for (const text of distinct(past)) highest = Math.max(highest, await text.counter() ?? 0);
	return highest;
}
function distinct(past) {
	return [...new Map(past.map((text) => [text.id, text])).values()];
}
/** Before the first signed version nothing was signed: where it is, is found by halving. */
async function oldestSigned(older) {
	const at = async (index) => {
		const counter = await older[index]?.counter();
		return counter === void 0 ? void 0 : {
			index,
			counter
		};
	};
	let [found, low, high] = [
		await at(older.length - 1),
		0,
		older.length - 1
	];
	if (found) return found;
	while (low < high) {
		const middle = Math.floor((low + high) / 2);
		const signed = await at(middle);
		if (signed) [found, low] = [signed, middle + 1];
		else high = middle;
	}
	return found;
}

// src/state/signed-file.ts
/**
* One file of the state branch, and whether it is to be believed: the one place that knows of signatures and counters.
* With a key what is read is proven or not used; without one it is a hint.
*/
var SignedFile = class {
	#stored;
	#format;
	#seal;
	#known;
	/** The id of the text as it was read last. */
	#read;
	/** A run that reads the file again finds no older one than it has seen. */
	#highestSeen = 0;
	constructor(stored, format, seal) {
		this.#stored = stored;
		this.#format = format;
		this.#seal = seal;
	}
	/** `parse` may ask for more than the format does. */
	async read(parse = this.#format.parse) {
		const text = await this.#stored.read();
		if (!text.ok) return {
			kind: "unreadable",
			problem: text.error
		};
		const id = text.value === void 0 ? void 0 : blobId(text.value);
		this.#read = { id };
		if (text.value === void 0 || id === void 0) return { kind: "none" };
		const file = parse(text.value);
		if (!file.ok) {
			const mark = this.#seal ? "doubtful" : bearsSignature(text.value) ? "unchecked" : "unsigned";
			this.#known = {
				mark,
				counter: 0,
				believed: false
			};
			return {
				kind: "unreadable",
				problem: file.error
			};
		}
		const examined = await this.#examine(id, file.value);
		const { mark, counter } = file.value;
		this.#known = {
			mark,
			counter,
			believed: examined.kind === "content"
		};
		return examined;
	}
	/** Whether another text stands there than when it was read. */
	async hasMoved() {
		const text = await this.#stored.read();
		if (!text.ok || this.#read === void 0) return false;
		return this.#read.id !== (text.value === void 0 ? void 0 : blobId(text.value));
	}
	async #examine(id, { content, counter, mark }) {
		if (mark === "doubtful") return { kind: "doubtful" };
		if (mark !== "signed") return {
			kind: "content",
			content,
			proven: false
		};
		const past = await this.#past();
		if (!past.ok) return {
			kind: "unreadable",
			problem: past.error
		};
		const replayed = counter < this.#highestSeen || await isReplayed(id, counter, past.value);
		this.#highestSeen = Math.max(this.#highestSeen, counter);
		return replayed ? { kind: "replayed" } : {
			kind: "content",
			content,
			proven: true
		};
	}
	/**
	* Writes what changed, with a counter that has grown; `left` where a signed file would lose its signature. The present
	* text under another of our keys is signed anew: so a key that goes is soon needed no more.
	*/
	async write(content, message) {
		const known = this.#known;
		if (known?.mark === "unchecked") return ok("left");
		const done = ok(this.#seal ? "signed" : "unsigned");
		const unchanged = known?.believed && this.#format.serialise(content, known.counter);
		if (unchanged && blobId(unchanged) === this.#read?.id) return done;
		const highest = await this.#highest(known);
		if (!highest.ok) return highest;
		const text = this.#format.serialise(content, highest.value + 1);
		const written = await this.#stored.write(text, message, this.#read?.id);
		return written.ok ? done : written;
	}
	/** After which counter the next one follows: without a believed file, the highest that the branch tells of. */
	async #highest(known) {
		if (known?.believed || !this.#seal) return ok(known?.counter ?? 0);
		const past = await this.#past();
		if (!past.ok) return past;
		const own = known?.mark === "signed" ? known.counter : 0;
		return ok(Math.max(own, this.#highestSeen, await highestCounter(past.value)));
	}
	async #past() {
		const past = await this.#stored.past();
		if (!past.ok) return fail(past.error);
		return ok(past.value.map(({ id, read }) => ({
			id,
			counter: async () => {
				const text = await read();
				const file = text.ok ? this.#format.parse(text.value) : text;
				return file.ok && file.value.mark === "signed" ? file.value.counter : void 0;
			}
		})));
	}
};

// src/state/rollout-file.ts
/** Far more than we ever write: a file that others made is not to fill the memory. */
const LONGEST_TEXT$1 = 67108864;
/** The file that says which rings have passed. */
function rolloutFile(store, seal) {
	return new SignedFile(store.ofFleet(ROLLOUT), {
		parse: (text) => parseRollout(text, seal),
		serialise: (record, counter) => serialiseRollout(record, counter, seal)
	}, seal);
}
/** The record as canonical text; equal records of one counter give equal bytes. */
function serialiseRollout(record, counter, seal) {
	return sealed(rolloutToJson(record), {
		path: ROLLOUT,
		counter,
		seal
	});
}
/** Strict: what is not exactly ours is refused, and every ring passes anew. */
function parseRollout(text, seal) {
	if (text.length > LONGEST_TEXT$1) return fail(unusable$2("it is larger than storysync writes it"));
	const parsed = parseJson(text);
	if (!parsed.ok) return fail(unusable$2(parsed.error.reason === "syntax" ? "it is not JSON" : parsed.error.message));
	if (!isObject(parsed.value)) return fail(unusable$2("it is not a JSON object"));
	if (parsed.value.format !== "storysync.rollout/1") return fail(unusable$2(`its format is not "${ROLLOUT_FORMAT}"`));
	const { whole, counter, mark } = openEnvelope(parsed.value, text, {
		path: ROLLOUT,
		seal
	});
	const read = rolloutFromJson(parsed.value);
	if (!whole) return fail(unusable$2("it was changed by hand, or damaged"));
	return read.ok ? ok({
		content: read.value,
		counter,
		mark
	}) : fail(unusable$2(read.error));
}
/**
* Two runs may record at one moment: what they know together is written, signed, and counts above what stands there. What is not
* believed adds nothing, and without the key nothing takes the place of a signed file.
*/
function mergingRollouts(seal) {
	const open = (text) => {
		const file = text === void 0 ? void 0 : parseRollout(text, seal);
		return file?.ok ? file.value : void 0;
	};
	const due = seal ? "signed" : "unsigned";
	return ({ base, ours, theirs }) => {
		const [was, mine, other] = [
			open(base),
			open(ours),
			open(theirs)
		];
		if (mine?.mark !== due || !seal && other?.mark === "unchecked") return theirs;
		const putBack = seal && was?.mark === due && other !== void 0 && other.counter <= was.counter;
		if (other?.mark !== due || putBack) return ours;
		const record = mergeRecords(mine.content, other.content);
		return other.counter >= mine.counter && isSameRecord(record, other.content) ? theirs : serialiseRollout(record, Math.max(mine.counter, other.counter + 1), seal);
	};
}
function unusable$2(why) {
	return {
		code: "STA001",
		severity: "warning",
		message: `the recorded progress of the rollout (${ROLLOUT}) is not used: ${why}`,
		hint: "nothing needs to be done: rings pass anew by what is recorded of their destinations, which may cost soak time, and the next sync writes the file anew"
	};
}

// src/state/merge.ts
/**
* The local files that are to go on top of the remote's: those that changed here since `base`. Where the remote changed
* the same file it wins, because what lies here was left by an earlier run; only what is `fresh`, written by this very
* run, is newer. A file that can be merged is. Trees are compared, not histories, so that a branch whose history was cut
* is followed like any other.
*/
async function filesToCarryOver(tree, { base, local, remote }, merges, isFresh) {
	const carried = [];
	for (const file of await tree.changed(base, local)) {
		const there = await tree.entry(remote, file.path);
		if (there?.oid === file.entry.oid) continue;
		const before = base === void 0 ? void 0 : await tree.entry(base, file.path);
		const merge = merges.get(file.path);
		if (there?.oid === before?.oid) carried.push(file);
		else if (merge && there?.type === "blob" && file.entry.type === "blob") {
			const theirs = await tree.text(there.oid);
			const text = merge({
				base: before?.type === "blob" ? await tree.text(before.oid) : void 0,
				theirs,
				ours: await tree.text(file.entry.oid)
			});
			if (text !== theirs) carried.push(await tree.store(file.path, text));
		} else if (merge || isFresh(file)) carried.push(file);
	}
	return carried;
}

// src/state/shared-branch.ts
/** During a run what was written is pushed now and then, so that a job that is killed loses little. */
const PUSH_EVERY_MS = 1e4;
/** Twenty writers at once need a handful of attempts each; this many mean that something else is wrong. */
const MAX_ATTEMPTS = 40;
const MAX_MS = 18e4;
const BACKOFF_MS = {
	first: 50,
	most: 2e3
};
const MAX_UNREACHED = 3;
const LOCK_WAIT_MS = 2e3;
/** More new commits than this go as one: a thousand destinations would use up the whole history in a single run. */
const COMMITS_A_PUSH = 20;
/**
* The local branch and the same branch on the remote. Pushes are compare-and-swap: whoever comes second puts his files
* on top of what the first has pushed, in a linear history, so that nobody's file is lost.
*/
var SharedBranch = class {
	#branch;
	#remote;
	#options;
	#baseRef;
	/** What this run wrote and has not pushed yet, by path. */
	#fresh = /* @__PURE__ */ new Map();
	#wrote = false;
	/** Where the remote's branch was when we last saw it. */
	#seen;
	/** Where it was before this run. */
	#first;
	/** The remote turned us away: asking again would get the same answer. */
	#turnedAway;
	#background = Promise.resolve();
	#pushing = false;
	#lastPush;
	constructor(branch, remote, options) {
		this.#branch = branch;
		this.#remote = remote;
		this.#options = options;
		this.#baseRef = `refs/storysync/base/${remote.name}/${branch.name}`;
		this.#lastPush = branch.clock.elapsed();
	}
	/** Brings what others have written. */
	async open() {
		const pulled = await this.#safely(() => this.#pull());
		this.#first = this.#seen?.tip;
		return pulled.ok ? pulled : fail(this.#note(pulled.error));
	}
	async catchUp() {
		if (this.#turnedAway !== void 0) return;
		await this.#background;
		this.#pushing = true;
		await this.#safely(() => this.#pull()).finally(() => {
			this.#pushing = false;
		});
	}
	writing({ path, text, message }) {
		this.#fresh.set(path, {
			oid: blobId(text),
			message
		});
	}
	written() {
		this.#wrote = true;
		if (!(this.#branch.clock.elapsed() - this.#lastPush >= PUSH_EVERY_MS) || this.#pushing || this.#seen === void 0 || this.#turnedAway !== void 0) return;
		this.#pushing = true;
		const pushed = this.#push(MAX_UNREACHED).finally(() => {
			this.#pushing = false;
		});
		this.#background = pushed.then(() => {});
		this.#background.catch(() => {});
	}
	async flush() {
		await this.#background;
		if (!this.#wrote) return ok(null);
		if (this.#turnedAway !== void 0) return fail(this.#turnedAway);
		const pushed = await this.#push(this.#seen === void 0 ? 1 : MAX_UNREACHED);
		if (pushed.ok) await this.#safely(async () => ok(await this.#shorten()));
		return pushed;
	}
	async #push(unreachedAllowed) {
		const start = this.#branch.clock.elapsed();
		let [attempts, unreached] = [0, 0];
		while (attempts < MAX_ATTEMPTS && this.#branch.clock.elapsed() - start < MAX_MS) {
			if (attempts > 0) await this.#branch.clock.sleep(this.#pause(attempts));
			attempts++;
			const again = attempts > 1;
			const round = await this.#safely(() => this.#round(again));
			if (round.ok && round.value === "done") return ok(null);
			if (round.ok) continue;
			if (round.error.kind !== "unreachable" || ++unreached >= unreachedAllowed) return fail(this.#note(round.error));
		}
		return fail(outrun(this.#branch.name, attempts));
	}
	/** One push of what the local branch holds. `again`: somebody was faster. */
	async #round(again) {
		if (this.#seen === void 0) {
			const pulled = await this.#pull({ rebuild: again });
			if (!pulled.ok) return pulled;
		}
		const expected = this.#seen?.tip;
		const gathered = await this.#branch.moveOn((tip) => this.#gather(tip, expected));
		if (!gathered.ok) return fail({
			problem: gathered.error,
			kind: "local"
		});
		const local = await this.#branch.tip();
		if (local === void 0 || local === expected) return ok("done");
		this.#seen = void 0;
		const pushed = await this.#remote.push(local, this.#branch.name, expected);
		if (!pushed.ok) return fail(this.#trouble("pushed", pushed.error));
		if (pushed.value === "moved") return ok("again");
		this.#seen = { tip: local };
		this.#lastPush = this.#branch.clock.elapsed();
		await this.#rememberBase(local);
		await this.#forgetPushed(local);
		return ok("done");
	}
	/** Fetches, and puts the local branch on top of what is there. */
	async #pull({ rebuild = false } = {}) {
		const base = await readRef(this.#options.commonDir, this.#baseRef);
		const fetched = await this.#remote.fetch(this.#branch.name);
		if (!fetched.ok) return fail(this.#trouble("fetched", fetched.error));
		const tip = fetched.value;
		if (tip !== void 0) {
			const joined = await this.#branch.moveOn((local) => this.#join({
				base,
				local,
				remote: tip,
				rebuild
			}));
			if (!joined.ok) return fail({
				problem: joined.error,
				kind: "local"
			});
			await this.#rememberBase(tip);
		}
		this.#seen = { tip };
		return ok(null);
	}
	async #join({ base, local, remote, rebuild }) {
		if (local === void 0 || local === remote) return remote;
		if (base === remote && !rebuild) return local;
		const { tree, merges } = this.#branch;
		const files = await filesToCarryOver(tree, {
			base,
			local,
			remote
		}, merges, ({ path, entry }) => {
			return this.#fresh.get(path)?.oid === entry.oid;
		});
		return files.length === 0 ? remote : this.#commit(remote, files);
	}
	/** What the local branch has more than the remote, as one commit where it is many. */
	async #gather(local, there) {
		const { tree } = this.#branch;
		if (local === void 0 || !await isFarther(tree, {
			from: local,
			to: there,
			than: COMMITS_A_PUSH
		})) return local;
		return this.#commit(there, await tree.changed(there, local));
	}
	#commit(parent, files) {
		const { tree, author, clock } = this.#branch;
		const message = joinMessages(files.map((file) => this.#describe(file)));
		return tree.write({
			parent,
			files,
			message,
			author,
			at: clock.now()
		});
	}
	#describe({ path }) {
		const name = path.replace(/^destinations\/(.*)\.json$/, "$1");
		return this.#fresh.get(path)?.message ?? `${name}: recorded by an earlier run`;
	}
	/** Cuts what is too old. It is a courtesy: a server that refuses keeps the long history. */
	async #shorten() {
		const tip = this.#seen?.tip;
		if (tip === void 0) return;
		const { tree, name } = this.#branch;
		const cut = await shortenedHistory(tree, tip, this.#first, this.#options.history ?? HISTORY);
		if (cut === void 0) return;
		const pushed = await this.#remote.push(cut, name, tip, { force: true });
		if (pushed.ok && pushed.value === "done") await this.#pull();
	}
	async #forgetPushed(commit) {
		for (const [path, { oid }] of this.#fresh) if ((await this.#branch.tree.entry(commit, path))?.oid === oid) this.#fresh.delete(path);
	}
	/** Always after the local branch has moved, so that the branch never lacks what the base says it has. */
	async #rememberBase(to) {
		const { commonDir } = this.#options;
		const from = await readRef(commonDir, this.#baseRef);
		if (from === to) await clearDeadRefLock(commonDir, this.#baseRef);
		else await moveRef(commonDir, this.#baseRef, {
			from,
			to
		}, LOCK_WAIT_MS);
	}
	/** Git and file system failures, wherever they come up, are trouble and never the end of the run. */
	async #safely(work) {
		const done = await guarded(this.#branch.name, async () => ok(await work()));
		return done.ok ? done.value : fail({
			problem: done.error,
			kind: "local"
		});
	}
	#pause(attempt) {
		const { random = Math.random } = this.#options;
		return random() * Math.min(BACKOFF_MS.most, BACKOFF_MS.first * 2 ** attempt);
	}
	#trouble(doing, failure) {
		return {
			problem: remoteProblem(doing, this.#branch.name, this.#remote.name, failure),
			kind: failure.kind
		};
	}
	#note({ problem, kind }) {
		if (kind === "no_access" || kind === "refused" || kind === "broken") this.#turnedAway = problem;
		return problem;
	}
};

// src/state/shared-store.ts
/** State on a local branch, shared through the repository's remote where it has one. */
async function openSharedStateStore(options) {
	const opened = await openStateBranch(options);
	if (!opened.ok) return opened;
	const { branch, dirs } = opened.value;
	const found = await openRemote(dirs, { environment: options.environment });
	if (found.kind === "none") return ok({
		store: new GitStateStore(branch),
		problems: []
	});
	if (found.kind === "unusable") {
		const sharing = unshared(options.branch, found.name, found.why);
		return ok({
			store: new GitStateStore(branch, sharing),
			problems: []
		});
	}
	const sharing = new SharedBranch(branch, found.remote, {
		...options,
		commonDir: dirs.commonDir
	});
	const fetched = await sharing.open();
	return ok({
		store: new GitStateStore(branch, sharing),
		problems: fetched.ok ? [] : [fetched.error]
	});
}

// src/state/alike-states.ts
/** Versions of one story that a fleet has at a time: what was pushed last, what some still have, and edits here and there. */
const MOST$1 = 8;
/**
* What was read back of a story is the same at every destination that nobody edited, and the largest part of a record.
* Kept once for all of them, a fleet's records take a fraction of the memory.
*/
var AlikeStates = class {
	#known = /* @__PURE__ */ new Map();
	/** The same content, on the parts that were seen before. */
	share(content) {
		const stories = Object.entries(content.stories).map(([key, story]) => [key, {
			...story,
			observed: this.#observed(key, story.observed)
		}]);
		return {
			...content,
			stories: Object.fromEntries(stories)
		};
	}
	#observed(key, observed) {
		const known = this.#known.get(key) ?? [];
		const alike = known.find((each) => isAlike(each, observed));
		if (alike !== void 0) return alike;
		this.#known.set(key, [observed, ...known].slice(0, MOST$1));
		return observed;
	}
};
function isAlike(one, other) {
	const names = Object.keys(one);
	if (names.length !== Object.keys(other).length) return false;
	return names.every((name) => Object.hasOwn(other, name) && one[name] === other[name]);
}

// src/documents/state/state-schema.ts
const STATE_FORMAT = "storysync.state/2";
const reason = oneOfOrNull("Why it has this status; null when it is simply in sync.", REASONS);
const story = exactly("A story that was pushed, as it was read back.", {
	destination_story_id: safePositive("Its id at the destination."),
	name: text("Its name there."),
	stamp: text("How the tenant stored our lineage stamp."),
	pushed: text("Hash of the story as it stood in git when it was pushed."),
	equal: listOf("Hashes of the contents that it was read back equal to, oldest first.", text("A hash.")),
	observed: mapOf("Fingerprint of each part that was read back after the push.", text("A fingerprint.")),
	edited_at: text("The tenant's stamp of the last edit, read after our last write."),
	actions: mapOf("Guid in git to guid at the destination, for webhooks and pages.", text("A guid.")),
	tags: listOf("Tags that we set; only these are taken away again.", text("A tag.")),
	status: syncStatus("What the last push came to."),
	reason,
	error_message: textOrNull("Why it failed; null when it did not."),
	synced_at: text("Time of the last push, ISO 8601.")
}, {
	lineage: text("The stamp that we sent."),
	since: text("When it was first read back equal to what was pushed, ISO 8601; absent when it was not equal."),
	edited_at_trusted: only("The stamp was old already when it was read: while it stands, nothing was edited.", true),
	commit: text("Commit that was pushed, when the work tree was clean.")
});
const lastStatus = exactly("What the last run said of a story. It stays as it is while every run says the same.", {
	status: syncStatus("One of the vendor's three words."),
	reason,
	message: textOrNull("What happened."),
	at: text("Since when it is so, ISO 8601."),
	content: text("Hash of the story in git that it was said of.")
}, {
	hint: text("What the reader could do about it."),
	commit: text("Commit of the run that found it so, when the work tree was clean."),
	detached_there: only("The destination took the story out of sync itself, with the tag.", true),
	failing: only("It waits for something else by now, but failed before and was not in sync since.", true)
});
const field = exactly("A field of a record type.", {
	name: text("Its name."),
	result_type: text("Its type, in the vendor's word."),
	fixed_values: listOf("Allowed values; empty for every type but an enumeration.", text("A value."))
});
const recordType = exactly("A record type that a story of ours uses.", {
	target: text("Name of the type at the destination that it is mapped to."),
	definition: exactly("The definition that was pushed last.", {
		name: text("Name of the type in git."),
		fields: listOf("Its fields, without those that every type has.", field)
	})
});
const native = exactly("What is known of the vendor's own syncing to the destination.", {
	vendor_id: positiveOrNull("Id of its sync destination; null since the push serves the destination."),
	manual_sync_only: flag("Its manual_sync_only, as it was set last."),
	key_version: positiveOrNull("Number of the key that was sent last; null where the manifest had none."),
	carried: listOf("Ids of the stories there that it carried, ascending.", safePositive("An id."))
}, { enabled: listOf("Those of them that were enabled when they were given back to the push, and were not seen to be so since.", safePositive("An id.")) });
const storyKey = key("Key of the story in the manifest.");
/** `storysync.state/2`, published as schemas/state.schema.json. What reads a state file is this schema. */
const stateSchema = schemaDocument(STATE_FORMAT, "storysync state", exactly("The recorded state of one destination: destinations/<name>.json on the state branch. A cache that only storysync writes. Delete it and the next run is slower, not wrong.", {
	format: formatName(STATE_FORMAT),
	destination: text("Name of the destination in the manifest."),
	destination_tenant_url: text("Address of its tenant."),
	destination_team_id: safePositive("Its team."),
	stories: mapOf("What was pushed, by story key.", story, storyKey),
	record_types: mapOf("Record types, by their name in git.", recordType),
	counter: safePositive("Grows with each version of the file, so that a signed older one does not pass for the newest."),
	digest: digest("Covers all but the signature: tells a change by hand.")
}, {
	native,
	last: mapOf("What the last run said of each story, by story key.", lastStatus, storyKey),
	signature: text("By whom the file was made: an HMAC-SHA256 under the state key. Absent without a key.")
}));

// src/documents/state/state-json.ts
/** The state of one destination, `storysync.state/2`, before the envelope is put around it. */
function stateToJson({ destination, content }) {
	return {
		format: STATE_FORMAT,
		destination,
		destination_tenant_url: content.tenantUrl,
		destination_team_id: content.teamId,
		stories: mapEntries(content.stories, writeStory),
		record_types: mapEntries(content.recordTypes, writeRecordType),
		...content.native === void 0 ? {} : { native: writeNative(content.native) },
		last: mapEntries(content.last, writeLastStatus)
	};
}
const readState = documentReader(stateSchema, "the file");
/** The state in a whole state file, envelope and all, or the first place where the file is not as we write it. */
function stateFromJson(file) {
	const read = readState(file);
	if (!read.ok) return read;
	const wire = read.value;
	const content = {
		tenantUrl: wire.destination_tenant_url,
		teamId: wire.destination_team_id,
		stories: mapEntries(wire.stories, readStory),
		recordTypes: mapEntries(wire.record_types, readRecordType),
		...wire.native === void 0 ? {} : { native: readNative(wire.native) },
		last: mapEntries(wire.last ?? {}, readLastStatus)
	};
	return ok({
		destination: wire.destination,
		content
	});
}
function writeStory(story) {
	return {
		destination_story_id: story.destinationStoryId,
		name: story.name,
		stamp: story.stamp,
		...story.lineage === void 0 ? {} : { lineage: story.lineage },
		pushed: story.pushed,
		...story.since === void 0 ? {} : { since: story.since },
		equal: story.equal,
		observed: story.observed,
		edited_at: story.editedAt,
		...story.editedAtTrusted === void 0 ? {} : { edited_at_trusted: story.editedAtTrusted },
		actions: story.actions,
		tags: story.tags.toSorted(),
		...story.commit === void 0 ? {} : { commit: story.commit },
		status: story.status,
		reason: story.reason,
		error_message: story.errorMessage,
		synced_at: story.syncedAt
	};
}
function readStory(wire) {
	const { destination_story_id, edited_at, edited_at_trusted, error_message, synced_at, ...same } = wire;
	return {
		...same,
		destinationStoryId: destination_story_id,
		editedAt: edited_at,
		...edited_at_trusted === void 0 ? {} : { editedAtTrusted: edited_at_trusted },
		errorMessage: error_message,
		syncedAt: synced_at
	};
}
function writeLastStatus(last) {
	const { status, reason, message, hint, at, commit, content, detachedThere, failing } = last;
	return {
		status,
		reason,
		message,
		...hint === void 0 ? {} : { hint },
		at,
		...commit === void 0 ? {} : { commit },
		content,
		...detachedThere === void 0 ? {} : { detached_there: detachedThere },
		...failing === void 0 ? {} : { failing }
	};
}
function readLastStatus({ detached_there, ...same }) {
	return {
		...same,
		...detached_there === void 0 ? {} : { detachedThere: detached_there }
	};
}
function writeNative({ vendorId, manualSyncOnly, keyVersion, carried, enabled }) {
	return {
		vendor_id: vendorId,
		manual_sync_only: manualSyncOnly,
		key_version: keyVersion,
		carried: carried.toSorted((a, b) => a - b),
		...enabled === void 0 ? {} : { enabled: enabled.toSorted((a, b) => a - b) }
	};
}
function readNative(wire) {
	const { vendor_id: vendorId, manual_sync_only: manualSyncOnly, key_version: keyVersion, carried, enabled } = wire;
	return {
		vendorId,
		manualSyncOnly,
		keyVersion,
		carried,
		...enabled === void 0 ? {} : { enabled }
	};
}
function writeRecordType({ target, definition }) {
	const fields = definition.fields.map(({ name, resultType, fixedValues }) => ({
		name,
		result_type: resultType,
		fixed_values: fixedValues
	}));
	return {
		target,
		definition: {
			name: definition.name,
			fields
		}
	};
}
function readRecordType({ target, definition }) {
	const fields = definition.fields.map(({ name, result_type, fixed_values }) => ({
		name,
		resultType: result_type,
		fixedValues: fixed_values
	}));
	return {
		target,
		definition: {
			name: definition.name,
			fields
		}
	};
}
function mapEntries(map, convert) {
	return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, convert(value)]));
}

// src/state/format.ts
const VERSION = 2;
const BY_HAND = "it was changed by hand, or damaged";
/** The state of one destination as canonical text; equal states of one counter give equal bytes. */
function serialiseState(name, state, counter, seal) {
	const content = stateToJson({
		destination: name,
		content: state
	});
	return sealed(content, {
		path: statePath(name),
		counter,
		seal
	});
}
/** Strict: what is not exactly ours is refused, and the caller compares the destination in full instead. */
function parseState(text, expected, seal) {
	const parsed = parseJson(text);
	if (!parsed.ok) return fail(unreadable(expected.name, parsed.error.reason === "syntax" ? "it is not JSON" : parsed.error.message));
	if (!isObject(parsed.value)) return fail(unreadable(expected.name, "it is not a JSON object"));
	const { format } = parsed.value;
	if (format !== "storysync.state/2") return fail(otherFormat(expected.name, format));
	const { whole, counter, mark } = openEnvelope(parsed.value, text, {
		path: statePath(expected.name),
		seal
	});
	const read = stateFromJson(parsed.value);
	if (!read.ok) return fail(unreadable(expected.name, whole ? read.error : BY_HAND));
	const { destination, content } = read.value;
	if (destination !== expected.name) return fail(foreign(expected.name, "another name"));
	if (content.tenantUrl !== (expected.tenantUrl ?? content.tenantUrl)) return fail(foreign(expected.name, "another tenant URL"));
	if (content.teamId !== (expected.teamId ?? content.teamId)) return fail(foreign(expected.name, `team ${content.teamId}, not team ${expected.teamId}`));
	return whole ? ok({
		content,
		counter,
		mark
	}) : fail(unreadable(expected.name, BY_HAND));
}
function otherFormat(name, format) {
	const version = typeof format === "string" ? /^storysync\.state\/([0-9]{1,9})$/.exec(format)?.[1] : void 0;
	if (version === void 0 || Number(version) === VERSION) return unreadable(name, `its format is not "${STATE_FORMAT}"`);
	if (Number(version) < VERSION) return older(name, Number(version));
	return {
		code: "STA002",
		severity: "warning",
		message: `the recorded state of destination "${name}" has format ${version}; this version reads format ${VERSION}`,
		hint: "use the newest storysync that works on this repository; until then the destination is compared in full, and a sync writes its state in the older format"
	};
}
function older(name, version) {
	return {
		code: "STA002",
		severity: "warning",
		message: `the recorded state of destination "${name}" has the older format ${version}, and is not used`,
		hint: "nothing needs to be done: the destination is compared in full, and the next sync rebuilds its state"
	};
}
function unreadable(name, why) {
	return {
		code: "STA001",
		severity: "warning",
		message: `the recorded state of destination "${name}" is not used: ${why}`,
		hint: "the destination is compared in full, and the next sync writes its state anew"
	};
}
function foreign(name, what) {
	return {
		code: "STA003",
		severity: "warning",
		message: `the recorded state of destination "${name}" is not used: it was written for ${what}`,
		hint: "if the manifest was changed on purpose, nothing needs to be done: the destination is compared in full"
	};
}

// src/state/state-files.ts
/** The files of all destinations. */
var StateFiles = class {
	#store;
	#seal;
	#files = /* @__PURE__ */ new Map();
	#alike = new AlikeStates();
	/** Destination -> the vendor's sync destination, of all that were read or written here, as far as recorded. */
	vendorIds = /* @__PURE__ */ new Map();
	constructor(store, seal) {
		this.#store = store;
		this.#seal = seal;
	}
	async read(expected) {
		const read = await this.#file(expected.name).read((text) => parseState(text, expected, this.#seal));
		if (read.kind !== "content") return read;
		this.#noteVendor(expected.name, read.content);
		return {
			kind: "state",
			state: {
				...this.#alike.share(read.content),
				proven: read.proven
			}
		};
	}
	/** What stood there before, newest first; what cannot be read is left out. */
	async *former(expected) {
		const past = await this.#store.past(expected.name);
		for (const { read } of past.ok ? past.value : []) {
			const text = await read();
			const file = text.ok ? parseState(text.value, expected, this.#seal) : text;
			if (file.ok && file.value.mark !== "doubtful") yield file.value.content;
		}
	}
	/** Whether another text stands there than when it was read. */
	hasMoved(name) {
		return this.#file(name).hasMoved();
	}
	write(name, state, message) {
		this.#noteVendor(name, state);
		return this.#file(name).write(state, message);
	}
	#noteVendor(name, { native }) {
		if (native?.vendorId) this.vendorIds.set(name, native.vendorId);
		else this.vendorIds.delete(name);
	}
	#file(name) {
		const known = this.#files.get(name);
		if (known) return known;
		const store = this.#store;
		const file = new SignedFile({
			read: () => store.read(name),
			past: () => store.past(name),
			write: (text, message) => store.write(name, text, message)
		}, {
			parse: (text) => parseState(text, { name }, this.#seal),
			serialise: (state, counter) => serialiseState(name, state, counter, this.#seal)
		}, this.#seal);
		this.#files.set(name, file);
		return file;
	}
};

// src/commands/state/at-place.ts
/**
* What is recorded of a destination, for the place where it is to stand now. Recorded of another one, it says which of the
* vendor's objects is its own, and nothing of stories.
*/
function atPlace({ tenantUrl, teamId }, state) {
	if (state.tenantUrl === tenantUrl && state.teamId === teamId) return state;
	const { native, proven } = state;
	return {
		tenantUrl,
		teamId,
		stories: {},
		recordTypes: {},
		last: {},
		proven,
		...native === void 0 ? {} : { native: {
			...native,
			carried: []
		} }
	};
}

// src/commands/state/not-in-git.ts
/** Of a manifest that no repository holds. */
function notInGit(file) {
	return {
		code: "RUN004",
		severity: "warning",
		message: `${file} is not in a git repository, so no state is kept between runs, and nothing keeps two runs apart`,
		hint: "keep the manifest in git: edits at a destination can then be told from changes in git"
	};
}

// src/commands/state/provenance.ts
/** Where a run's state comes from, as links where GitHub tells them, so that the state branch can be read backwards. */
function provenanceOf(environment, commit) {
	const repository = addressOf(environment);
	const run = environment.GITHUB_RUN_ID ?? "";
	const source = commit === null || repository === void 0 ? commit : `${repository}/commit/${commit}`;
	return {
		...source === null ? {} : { source },
		...repository !== void 0 && /^\d+$/.test(run) ? { run: `${repository}/actions/runs/${run}` } : {}
	};
}
function addressOf({ GITHUB_SERVER_URL: server = "", GITHUB_REPOSITORY: repository = "" }) {
	if (!/^https?:\/\/[\w.:-]+$/.test(server) || !/^[\w.-]+\/[\w.-]+$/.test(repository)) return void 0;
	return `${server}/${repository}`;
}

// src/model/rollout.ts
const NO_RECORD = {
	passings: {},
	overrides: []
};

// src/commands/state/rollout-commit-text.ts
/** Lines that name what passed; more of them say no more. */
const MOST_LINES = 50;
/** The commit message of what a run adds to the record: which story passed which ring, and who let it pass over rings. */
function rolloutCommitMessage(before, after, trailers) {
	const passed = newPassings(before, after);
	const lines = passed.map(({ story, ring }) => `- ${story}: passed ${ring}`);
	const more = lines.length > MOST_LINES ? [`- and ${lines.length - MOST_LINES} more`] : [];
	const body = lines.length > 1 ? [...lines.slice(0, MOST_LINES), ...more] : [];
	return commitMessage(`rollout: ${subjectOf$1(passed, trailers.override !== void 0)}`, body, trailers);
}
function subjectOf$1(passed, overridden) {
	const [first] = passed;
	if (first === void 0) return overridden ? "overridden for one run" : "recorded what is known";
	if (passed.length === 1) return `${first.story} passed ${first.ring}`;
	const stories = new Set(passed.map(({ story }) => story)).size;
	return stories === 1 ? `${first.story} passed ${passed.length} rings` : `${stories} stories passed a ring`;
}
function newPassings(before, after) {
	return Object.entries(after).flatMap(([story, contents]) => Object.entries(contents).flatMap(([content, rings]) => Object.keys(rings).filter((ring) => !hasPassing(before, {
		story,
		content,
		ring
	})).map((ring) => ({
		story,
		content,
		ring
	}))));
}
function hasPassing(passings, { story, content, ring }) {
	const contents = Object.hasOwn(passings, story) ? passings[story] : void 0;
	const rings = contents && Object.hasOwn(contents, content) ? contents[content] : void 0;
	return rings !== void 0 && Object.hasOwn(rings, ring);
}

// src/commands/state/recorded-rollout.ts
/** How far changes have come, as earlier runs recorded it, and what this one adds. Only asked for where there is a rollout. */
var RecordedRollout = class {
	#file;
	#options;
	/** What this run has recorded: true for it also where it could not be written. */
	#own = NO_RECORD;
	/** Of other runs. */
	#earlier = /* @__PURE__ */ new Set();
	/** Of this one. Each of its commits tells it: several may be pushed as one, with the message of the last. */
	#override;
	#turn = Promise.resolve();
	constructor(options) {
		this.#options = options;
		this.#file = rolloutFile(options.store, options.seal);
	}
	/** What is known at this moment, also from other runs as far as they were caught up with. */
	async read() {
		const { stored } = await this.#inTurn(() => this.#read());
		return mergeRecords(stored, this.#own, this.#own.passings);
	}
	/** Adds to what is recorded; never takes away. */
	record(record) {
		const overrides = record.overrides.map((each) => ({
			...each,
			reason: onOneLine(each.reason)
		}));
		this.#own = mergeRecords(this.#own, {
			...record,
			overrides
		}, record.passings);
		return this.#inTurn(async () => {
			const { kind, stored } = await this.#read();
			const whole = mergeRecords(stored, this.#own, this.#own.passings);
			if (kind === "none" && isSameRecord(whole, NO_RECORD)) return;
			this.#override ??= whole.overrides.findLast((each) => !this.#earlier.has(overrideId(each)));
			const trailers = {
				...this.#options.provenance,
				override: this.#override
			};
			const message = rolloutCommitMessage(stored.passings, whole.passings, trailers);
			const written = await this.#file.write(whole, message);
			if (!written.ok) this.#options.note(written.error);
			else if (written.value === "left") this.#options.note(LEFT$1);
		});
	}
	async #read() {
		const { seal, branch, note } = this.#options;
		if (branch === void 0) note(NOT_KEPT);
		else if (!seal) note(UNPROVEN);
		const read = await this.#file.read();
		if (read.kind === "unreadable") note(read.problem);
		if (read.kind === "doubtful") note(doubtful(branch ?? ""));
		if (read.kind === "replayed") note(replayed(branch ?? ""));
		const stored = read.kind === "content" ? read.content : NO_RECORD;
		if (this.#override === void 0) for (const each of stored.overrides) this.#earlier.add(overrideId(each));
		return {
			kind: read.kind,
			stored
		};
	}
	/** One after the other: what is written follows what was read. */
	#inTurn(work) {
		const done = this.#turn.then(work);
		this.#turn = done.then(() => {}, () => {});
		return done;
	}
};
/** It is to be a line of a commit message, for whoever reads the log in a terminal. */
function onOneLine(reason) {
	return Array.from(printable(reason.trim())).slice(0, 300).join("");
}
const NOT_KEPT = {
	code: "STA024",
	severity: "warning",
	message: "a rollout needs recorded state, and this run has none: it does not know which rings passed before",
	hint: "run in a clone of the repository, without --no-state; until then each run begins with the first ring"
};
const UNPROVEN = {
	code: "STA023",
	severity: "warning",
	message: "the progress of the rollout is unverified: whoever may write the state branch may open a ring",
	hint: "give the run the state key (STORYSYNC_STATE_KEY, in the Action: state-key), and protect the branch"
};
const LEFT$1 = {
	code: "STA022",
	severity: "warning",
	message: `the recorded progress of the rollout (${ROLLOUT}) is signed, and this run has no state key: it stays as it is`,
	hint: "give the run the state key (STORYSYNC_STATE_KEY, in the Action: state-key); until then a ring that passes is seen by this run alone"
};
const ANEW = "rings pass anew by what is recorded of their destinations, which may cost soak time";
function doubtful(branch) {
	return {
		code: "STA020",
		severity: "warning",
		message: `the recorded progress of the rollout (${ROLLOUT}) is not signed with the state key and is ignored`,
		hint: `${ANEW}; if the key is not new, see who wrote it: git log ${branch} -- ${ROLLOUT}`
	};
}
function replayed(branch) {
	return {
		code: "STA021",
		severity: "warning",
		message: `the recorded progress of the rollout (${ROLLOUT}) was replaced by an older version, and is ignored`,
		hint: `${ANEW}; see who did it: git log ${branch} -- ${ROLLOUT}`
	};
}

// src/documents/told/told-schema.ts
const TOLD_FORMAT = "storysync.told/1";
const marks = mapOf("What was told of the destination.", matching("Another one once there is something new to tell: a hash, or the day that has passed.", "^[0-9a-f-]{10,64}$"), matching("drift:KEY, hold, pin or detached:KEY, with the key of a story.", "^[a-z0-9][a-z0-9_.:-]{0,80}$"));
/** `storysync.told/1`, published as schemas/told.schema.json. What reads the file is this schema. */
const toldSchema = schemaDocument(TOLD_FORMAT, "storysync told", exactly("What a scheduled plan has told at the notify-url, and still stands: told.json on the state branch. Only storysync writes it. Delete it and the same is told once more.", {
	format: formatName(TOLD_FORMAT),
	told: atMost(MOST_TOLD, mapOf("By destination.", marks, key("Name of the destination in the manifest."))),
	counter: safePositive("Grows with each version of the file, so that a signed older one does not pass for the newest."),
	digest: digest("Covers all but the signature: tells a change by hand.")
}, { signature: text("By whom the file was made: an HMAC-SHA256 under the state key. Absent without a key.") }));

// src/documents/told/told-json.ts
/** What was told, `storysync.told/1`, before the envelope is put around it. */
function toldToJson(told) {
	return {
		format: TOLD_FORMAT,
		told
	};
}
const readTold = documentReader(toldSchema, "the file");
/** What was told in a whole file, envelope and all, or the first place where the file is not as we write it. */
function toldFromJson(file) {
	const read = readTold(file);
	return read.ok ? ok(read.value.told) : read;
}

// src/state/told-file.ts
/** Far more than we ever write: a file that others made is not to fill the memory. */
const LONGEST_TEXT = 16777216;
/** The file that says what scheduled plans have told. */
function toldFile(store, seal) {
	return new SignedFile(store.ofFleet(TOLD), {
		parse: (text) => parseTold(text, seal),
		serialise: (told, counter) => sealed(toldToJson(told), {
			path: TOLD,
			counter,
			seal
		})
	}, seal);
}
/** Strict: what is not exactly ours is refused, and told once more. */
function parseTold(text, seal) {
	if (text.length > LONGEST_TEXT) return fail(unusable$1("it is larger than storysync writes it"));
	const parsed = parseJson(text);
	if (!parsed.ok) return fail(unusable$1(parsed.error.reason === "syntax" ? "it is not JSON" : parsed.error.message));
	if (!isObject(parsed.value)) return fail(unusable$1("it is not a JSON object"));
	if (parsed.value.format !== "storysync.told/1") return fail(unusable$1(`its format is not "${TOLD_FORMAT}"`));
	const { whole, counter, mark } = openEnvelope(parsed.value, text, {
		path: TOLD,
		seal
	});
	const read = toldFromJson(parsed.value);
	if (!whole) return fail(unusable$1("it was changed by hand, or damaged"));
	return read.ok ? ok({
		content: read.value,
		counter,
		mark
	}) : fail(unusable$1(read.error));
}
function unusable$1(why) {
	return {
		code: "STA001",
		severity: "warning",
		message: `what was told before (${TOLD}) is not used: ${why}`,
		hint: "nothing needs to be done: what still stands is told once more, and the file written anew"
	};
}

// src/commands/state/recorded-told.ts
/** What scheduled plans have told. What is lost or not believed is told once more. */
var RecordedTold = class {
	#file;
	#options;
	#exists = false;
	constructor(options) {
		this.#options = options;
		this.#file = toldFile(options.store, options.seal);
	}
	async read() {
		const read = await this.#file.read();
		this.#exists = read.kind !== "none";
		if (read.kind === "content") return read.content;
		if (read.kind === "unreadable") this.#options.note(read.problem);
		if (read.kind === "doubtful" || read.kind === "replayed") this.#options.note(disbelieved(read.kind, this.#options.branch));
		return {};
	}
	/** After it was read. */
	async record(told) {
		const matters = Object.values(told).reduce((sum, marks) => sum + Object.keys(marks).length, 0);
		if (!this.#exists && matters === 0) return;
		const subject = `told: ${count(matters, "matter stands", "matters stand")}`;
		const written = await this.#file.write(told, commitMessage(subject, [], this.#options.provenance));
		if (!written.ok) this.#options.note(written.error);
		else if (written.value === "left") this.#options.note(LEFT);
	}
};
const LEFT = {
	code: "STA022",
	severity: "warning",
	message: `what was told (${TOLD}) is signed, and this run has no state key: it stays as it is`,
	hint: "give the run the state key (STORYSYNC_STATE_KEY, in the Action: state-key); until then it tells the same each time"
};
function disbelieved(kind, branch) {
	const hint = `what still stands is told once more; see who wrote it: git log ${branch} -- ${TOLD}`;
	if (kind === "doubtful") return {
		code: "STA020",
		severity: "warning",
		message: `what was told before (${TOLD}) is not signed with the state key and is ignored`,
		hint
	};
	return {
		code: "STA021",
		severity: "warning",
		message: `what was told before (${TOLD}) was replaced by an older version, and is ignored`,
		hint
	};
}

// src/git/remote/repository-identity.ts
/** Which repository this is, for what is signed in it: by its remote, so that every clone says the same. */
async function repositoryIdentity(dirs) {
	return repositoryName(await readGitConfig(dirs.commonDir), await currentBranch(dirs.gitDir));
}

// src/state/state-keys.ts
const STATE_KEY = "STORYSYNC_STATE_KEY";
/** As many characters as 128 bits have in hex: whoever may read the state branch can try keys for as long as he likes. */
const SHORTEST = 32;
const MOST = 2;
const SCHEME = "hmac-sha256:";
/** Says that something was written by a holder of the state key. The key itself never leaves it. */
var StateKeys = class StateKeys {
	#keys;
	constructor(keys) {
		this.#keys = keys;
	}
	/** One key, or two while keys are changed: the first signs, both are accepted. Undefined when none is given. */
	static read(text) {
		const [first, ...more] = (text ?? "").split(/[\s,]+/).filter((key) => key !== "");
		if (first === void 0) return ok(void 0);
		if (1 + more.length > MOST) return fail(unusable(`it holds ${1 + more.length} keys, and ${MOST} are the most`));
		if ([first, ...more].some((key) => key.length < SHORTEST)) return fail(unusable(`a key of it is shorter than ${SHORTEST} characters`));
		return ok(new StateKeys([first, ...more]));
	}
	sign(content) {
		return SCHEME + this.#code(this.#keys[0], content).toString("hex");
	}
	/** A name for a name, in digits: the same as long as the first key is, and nobody without it can tell whose. */
	alias(what, name) {
		return this.#code(this.#keys[0], {
			purpose: "storysync alias",
			what,
			name
		}).toString("hex");
	}
	isSigned(content, signature) {
		const given = Buffer.from(signature);
		return this.#keys.some((key) => {
			const due = Buffer.from(SCHEME + this.#code(key, content).toString("hex"));
			return due.length === given.length && timingSafeEqual(due, given);
		});
	}
	#code(key, content) {
		return createHmac("sha256", key).update(compactJson(content)).digest();
	}
};
function unusable(why) {
	return {
		code: "RUN038",
		severity: "error",
		message: `the state key cannot be used: ${why}`,
		hint: `make one with "openssl rand -hex 32"; while keys are changed, ${STATE_KEY} (in the Action: state-key) holds the new one and the old one, separated by a blank, a comma or a line`
	};
}

// src/commands/state/seal.ts
/** What signs and proves state and plans in this repository; undefined where no state key is given. */
async function sealFrom(environment, repository) {
	const keys = StateKeys.read(environment[STATE_KEY]);
	if (!keys.ok || keys.value === void 0) return keys.ok ? ok(void 0) : keys;
	const name = repository === void 0 ? "local" : await repositoryIdentity(repository.dirs);
	return ok({
		keys: keys.value,
		repository: name
	});
}

// src/commands/state/state-commit-text.ts
/** A subject longer than this tells numbers instead of names. */
const SUBJECT_LIMIT = 100;
/** The commit message on the state branch: what the run did at a destination, story by story, and where it came from. */
function stateCommitMessage(name, outcomes, pruned, provenance) {
	const told = outcomes.map((outcome) => ({
		outcome,
		said: wordFor(outcome)
	})).filter(({ said }) => said !== void 0);
	const deleted = pruned.filter((each) => each.deleted).map(({ key }) => key);
	const body = [...told.map(({ outcome, said }) => `- ${outcome.storyKey}: ${said}${reasonOf(outcome)}`), ...deleted.map((key) => `- ${key}: deleted`)];
	return commitMessage(`${name}: ${subjectOf(outcomes, deleted)}`, body, provenance);
}
function subjectOf(outcomes, deleted) {
	const told = [...outcomes.map((outcome) => [outcome.storyKey, wordFor(outcome)]), ...deleted.map((key) => [key, "deleted"])].filter(([, said]) => said !== void 0 && said !== "waiting");
	if (told.length === 0) return "recorded what is there";
	const named = told.map(([key, said]) => `${key} ${said}`).join(", ");
	if (named.length <= SUBJECT_LIMIT) return named;
	return [...Map.groupBy(told, ([, said]) => said)].map(([said, group]) => `${group.length} ${said}`).join(", ");
}
function wordFor({ did, status }) {
	if (status === "failed") return "failed";
	if (did === "created" || did === "updated") return did;
	return status === "requires_sync" ? "waiting" : void 0;
}
/** The code of the reason, never its message: that may quote a tenant. */
function reasonOf({ reason }) {
	return reason === null ? "" : ` (${reason})`;
}

// src/commands/state/state-trust.ts
/** More names than that say no more. */
const NAMES = 5;
/** What a run has to say of whose state it was, once for all destinations. */
var StateTrust = class {
	#doubtful = /* @__PURE__ */ new Set();
	#replayed = /* @__PURE__ */ new Set();
	#left = /* @__PURE__ */ new Set();
	#unsigned = false;
	#branch;
	/** `branch` is where state is kept, for whoever looks who wrote it. */
	constructor(branch) {
		this.#branch = branch;
	}
	read(name, reading) {
		if (reading.kind === "doubtful") this.#doubtful.add(name);
		if (reading.kind === "replayed") this.#replayed.add(name);
		if (reading.kind === "state") this.#unsigned ||= !reading.state.proven;
	}
	wrote(name, written) {
		if (written === "left") this.#left.add(name);
		if (written === "unsigned") this.#unsigned = true;
	}
	get unsigned() {
		return this.#unsigned;
	}
	get problems() {
		return [
			...about([...this.#doubtful], "STA020", (names) => ({
				message: `the recorded state of ${names} is not signed with the state key and is ignored`,
				hint: `they are compared in full, and the next sync signs their state; if the key is not new, see who wrote it: git log ${this.#branch}`
			})),
			...about([...this.#replayed], "STA021", (names) => ({
				message: `the recorded state of ${names} was replaced by an older version, and is ignored`,
				hint: `they are compared in full, and the next sync writes their state anew; see who did it: git log ${this.#branch}`
			})),
			...about([...this.#left], "STA022", (names) => ({
				message: `the recorded state of ${names} is signed, and this run has no state key: it stays as it is`,
				hint: "give the run the state key (STORYSYNC_STATE_KEY, in the Action: state-key); the next run that has it finds what this one did"
			}))
		];
	}
};
function about(names, code, say) {
	if (names.length === 0) return [];
	const shown = names.toSorted().slice(0, NAMES).join(", ");
	return [{
		code,
		severity: "warning",
		...say(names.length > NAMES ? `${names.length} destinations (${shown}, …)` : shown)
	}];
}

// src/commands/state/state-session.ts
const STATE_BRANCH = "storysync/state";
/** State files read side by side. */
const READS = 16;
const UNKNOWN_ORPHAN = "the manifest does not have this destination, and what was left behind there is not known; look at the file on the state branch";
/** What earlier runs recorded, and where this one records what it did. Trouble with it is a warning, never a stop. */
var StateSession = class StateSession {
	#store;
	#files;
	/** What signs in this run; undefined without a state key. */
	seal;
	vendorIds;
	told;
	#trust;
	#branch;
	#provenance;
	#rollout;
	#blind;
	#problems = [];
	/** Read for the rollout, and by nobody else yet. */
	#fleet = /* @__PURE__ */ new Map();
	#recorded = /* @__PURE__ */ new Set();
	/** Whose record is there, or may be, and cannot be used. */
	#untold = /* @__PURE__ */ new Set();
	constructor({ store, seal, problems, blind, branch, provenance = {} }) {
		this.#store = store;
		this.#files = new StateFiles(store, seal);
		this.seal = seal;
		this.#branch = branch;
		this.#trust = new StateTrust(branch ?? "storysync/state");
		this.#provenance = provenance;
		const place = {
			store,
			seal,
			provenance,
			note: (problem) => this.#note(problem)
		};
		this.#rollout = new RecordedRollout({
			...place,
			branch
		});
		this.told = new RecordedTold({
			...place,
			branch: branch ?? "storysync/state"
		});
		this.vendorIds = this.#files.vendorIds;
		this.#blind = blind;
		this.#problems.push(...problems);
	}
	/** State on the state branch; without a git repository, or where it is not wanted, nothing is recorded. */
	static async open(world, workspace, options) {
		const { environment } = world;
		const seal = await sealFrom(environment, workspace.repository);
		if (!seal.ok) return fail([seal.error]);
		if (!options.state) return ok(new StateSession(forgetful(world, [], seal.value)));
		if (!workspace.repository) return ok(new StateSession(forgetful(world, [notInGit(workspace.manifest.file)], seal.value)));
		const author = authorFrom(environment);
		const place = {
			dir: workspace.layout.folder,
			branch: options.stateBranch ?? "storysync/state",
			author: author.ok ? author.value : DEFAULT_AUTHOR,
			clock: world.clock,
			merges: /* @__PURE__ */ new Map([[ROLLOUT, mergingRollouts(seal.value)]])
		};
		await clearDeadLocks(workspace.repository.dirs);
		const opened = options.remote === "use" ? await openSharedStateStore({
			...place,
			environment
		}) : await openLocal(place);
		const unsaid = author.ok ? [] : [author.error];
		if (!opened.ok) return ok(new StateSession(forgetful(world, [...unsaid, opened.error], seal.value)));
		const { store, problems } = opened.value;
		const provenance = provenanceOf(environment, workspace.commit);
		const blind = problems.length > 0;
		const found = [...unsaid, ...problems];
		return ok(new StateSession({
			store,
			seal: seal.value,
			problems: found,
			blind,
			branch: place.branch,
			provenance
		}));
	}
	get problems() {
		return [...this.#problems, ...this.#trust.problems];
	}
	/** What was read is not proven, or what was written is not signed: a hint, and people should know. */
	get unsigned() {
		return this.#branch !== void 0 && this.#trust.unsigned;
	}
	/** Undefined when there is none, or none that can be trusted: then the destination is compared in full. */
	read(destination) {
		const known = this.#fleet.get(destination.name);
		this.#fleet.delete(destination.name);
		return known ?? this.#readState(destination);
	}
	async #readState({ name, tenantUrl, teamId }) {
		const read = await this.#files.read({
			name,
			tenantUrl,
			teamId
		});
		if (read.kind === "none") return void 0;
		this.#recorded.add(name);
		this.#trust.read(name, read);
		if (read.kind === "state") return read.state;
		if (read.kind === "unreadable") this.#note(read.problem);
		this.#untold.add(name);
	}
	/** The same for a destination that the vendor serves, also where it stood under another address or team. */
	async readNative({ name, tenantUrl, teamId }) {
		const read = await this.#files.read({ name });
		if (read.kind === "none") return void 0;
		this.#recorded.add(name);
		this.#trust.read(name, read);
		if (read.kind === "unreadable") this.#note(read.problem);
		if (read.kind !== "state") {
			this.#untold.add(name);
			return;
		}
		return atPlace({
			tenantUrl,
			teamId
		}, read.state);
	}
	/** What was recorded before, newest first. */
	former({ name, tenantUrl, teamId }) {
		return this.#files.former({
			name,
			tenantUrl,
			teamId
		});
	}
	/**
	* The same of destinations that the run does not read itself, side by side: a rollout counts them all. What is not
	* recorded, or not believed, is not among them.
	*/
	async readFleet(destinations) {
		const found = await pLimit(READS).map(destinations, async (destination) => {
			const reading = this.#fleet.get(destination.name) ?? this.#readState(destination);
			this.#fleet.set(destination.name, reading);
			return [destination.name, await reading];
		});
		return new Map(found.flatMap(([name, state]) => state === void 0 ? [] : [[name, state]]));
	}
	/** How far changes have come. Asked only where there is a rollout: what is in the way of one is told then. */
	readRollout() {
		return this.#rollout.read();
	}
	/** Adds to what is recorded of the rollout, whatever other runs add at the same moment. */
	recordRollout(record) {
		return this.#rollout.record(record);
	}
	/** Brings what other runs have recorded since this one began. */
	async catchUp() {
		await this.#store.catchUp();
		this.#fleet.clear();
	}
	/** Whether another run has recorded something of this destination since it was read. */
	hasMoved(name) {
		return this.#files.hasMoved(name);
	}
	/** Destinations that state has, and that are not among the known ones. */
	async orphans(known) {
		const names = await this.#store.names();
		if (!names.ok) {
			this.#note(names.error);
			return [];
		}
		const own = new Set(known);
		return (await pLimit(READS).map(names.value.filter((name) => !own.has(name)), async (name) => {
			const read = await this.#files.read({ name });
			if (read.kind === "state") return [{
				name,
				state: read.state
			}];
			if (read.kind === "unreadable") this.#problems.push({
				...read.problem,
				hint: UNKNOWN_ORPHAN
			});
			return [];
		})).flat();
	}
	/** How old what is recorded is; undefined when nothing is. */
	writtenAt() {
		return this.#store.writtenAt();
	}
	/** Whether "no record" of this destination means that there is none. */
	knows(name) {
		return !this.#blind && !this.#untold.has(name);
	}
	async record(name, state, outcomes, pruned) {
		const entries = Object.keys(state.stories).length + (state.native === void 0 ? 0 : 1);
		if (entries + Object.keys(state.last).length === 0 && !this.#recorded.has(name)) return;
		if (entries === 0 && this.#untold.has(name)) return;
		const message = stateCommitMessage(name, outcomes, pruned, this.#provenance);
		const written = await this.#files.write(name, state, message);
		if (!written.ok) this.#note(written.error);
		else this.#trust.wrote(name, written.value);
	}
	/** What is left to say of a destination that the manifest does not have. `what` was done there, in a few words. */
	async recordEnd(name, state, what) {
		const written = await this.#files.write(name, state, commitMessage(`${name}: ${what}`, [], this.#provenance));
		if (!written.ok) this.#note(written.error);
	}
	get keepsCopies() {
		return this.#branch !== void 0;
	}
	/** Keeps what is about to be deleted at a destination, and says how `git show` finds it. */
	async keepCopy({ destination, key, storyId, text }) {
		const file = `${key}-${storyId}.json`;
		const subject = `${destination}: a copy of ${key} (story ${storyId}) before it is deleted there`;
		const kept = await this.#store.keep(destination, file, text, commitMessage(subject, [], this.#provenance));
		return kept.ok ? ok(`${this.#branch ?? ""}:pruned/${destination}/${file}`) : kept;
	}
	/** Answers when all that was written stands where other runs find it. */
	flush() {
		return this.#store.flush();
	}
	/** The end of a run: what cannot be shared is told. */
	async close() {
		const flushed = await this.flush();
		if (!flushed.ok) this.#note(flushed.error);
	}
	/** What is in the way of all destinations alike is said once. */
	#note(problem) {
		if (!this.#problems.some(({ code, message }) => code === problem.code && message === problem.message)) this.#problems.push(problem);
	}
};
/** Nothing outlives the run. */
function forgetful({ clock }, problems, seal) {
	return {
		store: createMemoryStateStore(clock),
		seal,
		problems,
		blind: problems.length > 0
	};
}
async function openLocal(place) {
	const opened = await openGitStateStore(place);
	return opened.ok ? ok({
		store: opened.value,
		problems: []
	}) : opened;
}

export { oneOf as A, textOrNull as B, exactly as C, listOf as D, key as E, positiveOrNull as F, SYNC_STATUSES as H, reason$1 as I, schemaDocument as L, orNull as M, pin as N, matching as O, positive as P, syncStatus as R, digest as S, formatName as T, documentReader as U, REASONS as V, MOST_TOLD as W, isAncestor as _, openEnvelope as a, amount as b, isCheckedOut as c, authorFrom as d, clearDeadLocks as f, chooseBase as g, baseTrailers as h, provenanceOf as i, oneOfOrNull as j, note as k, ObjectWriter as l, noteOf as m, StateSession as n, sealed as o, finishIndex as p, sealFrom as r, StateTree as s, STATE_BRANCH as t, DEFAULT_AUTHOR as u, KEPT as v, flag as w, commitOrNull as x, HOLD as y, text as z };