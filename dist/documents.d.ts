// The JSON documents that storysync writes. Their schemas stand in schemas/.

/** What "validate" and "export" found. */
export type Findings = {
  /** Name and version of this format. */
  readonly format: "storysync.findings/1";
  /** The manifest's path as it was given. */
  readonly manifest: string;
  /** How much was looked at, and what was found. */
  readonly totals: {
    /** Stories of the catalogue. */
    readonly stories: number;
    /** Destinations of the manifest. */
    readonly destinations: number;
    /** Findings that are errors. */
    readonly errors: number;
    /** Findings that are warnings. */
    readonly warnings: number;
  };
  /** Every finding, sorted by place. */
  readonly findings: ReadonlyArray<{
    /** Stable code, explained in docs/errors.md. */
    readonly code: string;
    /** A run with an error exits 1. */
    readonly severity: "error" | "warning";
    /** What was found and what was expected. */
    readonly message: string;
    /** What the reader can do about it. */
    readonly hint: string;
    /** Where it stands. Lines and columns count from 1, the end is exclusive. */
    readonly place: {
      /** Path of the file. */
      readonly file: string;
      /** Line it begins in. */
      readonly line: number;
      /** Column it begins at. */
      readonly column: number;
      /** Line it ends in; null when only its beginning is known. */
      readonly end_line: number | null;
      /** Column it ends before; null when only its beginning is known. */
      readonly end_column: number | null;
    } | null;
    /** Other places that explain this one. */
    readonly related: ReadonlyArray<{
      /** What stands there. */
      readonly message: string;
      /** Where it stands. Lines and columns count from 1, the end is exclusive. */
      readonly place: {
        /** Path of the file. */
        readonly file: string;
        /** Line it begins in. */
        readonly line: number;
        /** Column it begins at. */
        readonly column: number;
        /** Line it ends in; null when only its beginning is known. */
        readonly end_line: number | null;
        /** Column it ends before; null when only its beginning is known. */
        readonly end_column: number | null;
      };
    }>;
  }>;
  /** Story files of an export, or of its check; empty for "validate". */
  readonly files: ReadonlyArray<{
    /** Path relative to the manifest's folder. */
    readonly path: string;
    /** How it differs from what stood there. */
    readonly change: "add" | "update" | "unchanged";
  }>;
  /** Stories of the origin team that the catalogue does not have; empty without "export --discover". */
  readonly discovered: ReadonlyArray<{
    /** Its number on the origin. */
    readonly id: number;
    /** Its name. */
    readonly name: string;
    /** The key it would get. */
    readonly key: string;
  }>;
  /** Stories of the origin team that the catalogue does not have and an export would not take; empty without "export --discover". */
  readonly left_out: ReadonlyArray<{
    /** Its number on the origin. */
    readonly id: number;
    /** Its name. */
    readonly name: string;
    /** Why an export would not take it. */
    readonly reason: "no_change_control" | "unpublished" | "detached";
  }>;
};

/** What a sync would do, computed once; "sync --plan" applies exactly this. */
export type Plan = {
  /** Name and version of this format. */
  readonly format: "storysync.plan/1";
  /** Covers the destinations' digests. A sync of this plan demands that it still holds. */
  readonly digest: string;
  /** The commit the plan was made from; null when the work tree had uncommitted files. */
  readonly commit: string | null;
  /** The manifest's path as it was given. */
  readonly manifest: string;
  /** Stories by action; they add up to all stories of all destinations. */
  readonly totals: {
    /** Stories that would be created. */
    readonly create: number;
    /** Stories that would be updated. */
    readonly update: number;
    /** Stories that stay as they are. */
    readonly unchanged: number;
    /** Stories left alone: detached, by hand only, held, or waiting for their ring or a window. */
    readonly skip: number;
    /** Stories that cannot be pushed. */
    readonly blocked: number;
  };
  /** In the order of the manifest. */
  readonly destinations: ReadonlyArray<{
    /** Name of the destination in the manifest. */
    readonly name: string;
    /** Covers all that would be pushed to the destination, and what was observed there. */
    readonly digest: string;
    /** Address of the tenant. */
    readonly destination_tenant_url: string;
    /** Team at the destination. */
    readonly destination_team_id: number;
    /** Pushed only when asked for by hand. */
    readonly manual_sync_only: boolean;
    /** In the order of work: callees before callers. */
    readonly stories: ReadonlyArray<{
      /** Key of the story in the manifest. */
      readonly key: string;
      /** Name of the story. */
      readonly name: string;
      /** What a sync would do. */
      readonly action: "create" | "update" | "unchanged" | "skip" | "blocked";
      /** Why, from one closed list; null when there is nothing to say. */
      readonly reason: "new" | "content_changed" | "drift" | "renamed" | "recreated" | "forced" | "detached" | "manual_sync_only" | "not_ours" | "ambiguous_name" | "missing_prerequisite" | "change_control" | "ingress_ambiguous" | "missing_key" | "unauthorized" | "unreachable" | "unreadable" | "rejected" | "verify_failed" | "plan_stale" | "superseded" | "awaiting_approval" | "awaiting_ring" | "outside_window" | "held" | "pinned" | "halted" | "not_reached" | "internal" | null;
      /** What a push would do once a skipped story may go; null where nothing waits. */
      readonly would: "create" | "update" | null;
      /** Why it is blocked or skipped. */
      readonly message: string | null;
      /** What the reader can do about it. */
      readonly hint: string | null;
      /** The destination keeps its own version of the story. */
      readonly detached: boolean;
      /** Id of the story at the destination; null when it is not there or not known. */
      readonly destination_story_id: number | null;
      /** The differences. A skipped story has them too. */
      readonly changes: ReadonlyArray<{
        /** Place inside the story, such as agents[Get report].options.url. Never a value of the tenant. */
        readonly path: string;
        /** What happens at that place. */
        readonly op: "add" | "remove" | "update" | "move";
        /** The difference in one line for people; values in it come from git. */
        readonly text: string;
        /** Who made the difference. change_set: git, in the commits this run is about; earlier: git before them, and it was not pushed here yet; destination: somebody edited it there since the last push; unknown: neither recorded state nor a change set can tell. */
        readonly cause: "change_set" | "earlier" | "destination" | "unknown";
      }>;
      /** Places that the destination edited since the last push. */
      readonly drift: ReadonlyArray<string>;
      /** A push would overwrite an edit that was made at the destination. Whether it does, on_drift decides. */
      readonly conflict: boolean;
      /** Prerequisites that are not there. */
      readonly missing: ReadonlyArray<{
        /** What sort of thing it is. */
        readonly kind: "credential" | "resource" | "story";
        /** Its name as the story writes it. */
        readonly slug: string;
      }>;
      /** Consequences for record types. */
      readonly record_types: ReadonlyArray<{
        /** Name of the type in the source. */
        readonly name: string;
        /** What is done to it. */
        readonly action: "reuse" | "create" | "add_fields" | "create_sequential";
        /** Name of the type at the destination that the story will use. */
        readonly target: string;
        /** Fields that are added, or enum values as field=value. */
        readonly fields: ReadonlyArray<string>;
        /** The reason in one sentence. */
        readonly because: string;
      }>;
      /** Addresses that appear or disappear. */
      readonly urls: ReadonlyArray<{
        /** Name of the action it belongs to. */
        readonly action: string;
        /** Webhook, page or MCP server. */
        readonly kind: "webhook" | "page" | "mcp_server";
        /** Whether it appears or disappears. */
        readonly op: "add" | "remove";
      }>;
      /** What should be known, though it stops nothing. */
      readonly warnings: ReadonlyArray<string>;
      /** The rollout keeps it back, and the digest does not cover that; absent where nothing waits. */
      readonly waits?: {
        /** What it waits for: ring:NAME and soak:NAME (the ring before), batch:NAME and place:NAME (its own ring), window:TEXT, story:KEY, failures:NAME, or approved_plan. */
        readonly for: string;
        /** When it may go if nothing else happens, ISO 8601; null when no clock decides that. */
        readonly until: string | null;
        /** Why it would be pushed; null as for any story. */
        readonly because: "new" | "content_changed" | "drift" | "renamed" | "recreated" | "forced" | "detached" | "manual_sync_only" | "not_ours" | "ambiguous_name" | "missing_prerequisite" | "change_control" | "ingress_ambiguous" | "missing_key" | "unauthorized" | "unreachable" | "unreadable" | "rejected" | "verify_failed" | "plan_stale" | "superseded" | "awaiting_approval" | "awaiting_ring" | "outside_window" | "held" | "pinned" | "halted" | "not_reached" | "internal" | null;
      };
      /** The vendor's own word for it at this destination; absent where its syncing does not carry the story there. */
      readonly vendor_status?: "synced" | "failed" | "requires_sync";
    }>;
    /** Stories that stay at the destination although the manifest no longer asks for them. */
    readonly left_behind: ReadonlyArray<{
      /** Key it had in the manifest. */
      readonly key: string;
      /** Its name at the destination. */
      readonly name: string;
      /** Its id at the destination. */
      readonly destination_story_id: number;
      /** Whether "sync --prune" may delete it, as far as this plan has looked. */
      readonly prunable: boolean;
      /** Why it stays in any case; null when it is prunable. */
      readonly kept_because: string | null;
      /** What should be known before it is deleted. */
      readonly warnings: ReadonlyArray<string>;
    }>;
    /** Why nothing is pushed to the destination; absent when it is not held. */
    readonly hold?: {
      /** Why nothing is pushed. */
      readonly reason: string;
      /** Who answers for it. */
      readonly owner: string | null;
      /** Last day of the hold, as 2027-01-31. */
      readonly until: string | null;
    };
    /** The commit that its stories are taken from; absent when it is not pinned. */
    readonly pin?: {
      /** The commit whose stories it asks for: the digits of its hash that the manifest has. */
      readonly commit: string;
      /** Why it is pinned. */
      readonly reason: string;
      /** Who answers for it. */
      readonly owner: string | null;
      /** Last day of the pin, as 2027-01-31; it stays until it is taken out. */
      readonly until: string | null;
      /** The stories that it is about; null is all that it takes. */
      readonly stories: ReadonlyArray<string> | null;
    };
    /** The ring that it is in; absent without a rollout. */
    readonly ring?: string;
    /** What the destination must have before its first sync, as far as git can tell. Only where its tenant was not asked and nothing is recorded of it. */
    readonly onboarding?: {
      /** Where its API key is: the variable that holds it, or `vault:PATH#FIELD`. */
      readonly key: string;
      /** What its stories name and do not bring along. */
      readonly needs: ReadonlyArray<{
        /** What sort of thing it is. */
        readonly kind: "credential" | "resource" | "story";
        /** Its name as the story writes it. */
        readonly slug: string;
      }>;
      /** Tags of its stories. */
      readonly tags: ReadonlyArray<string>;
      /** Record types of its stories. */
      readonly record_types: ReadonlyArray<string>;
    };
    /** What becomes of a destination at the vendor: of one that its own Story syncing serves, or that it still keeps. A rollout's waiting is not in it: each story tells whether it waits. */
    readonly native?: {
      /** Whom the manifest gives the destination to; it tells which way a takeover goes. */
      readonly engine: "push" | "native";
      /** replace: under another address or team than now, done with "sync --replace"; takeover: from one engine to the other, done with "sync --takeover". */
      readonly action: "create" | "update" | "replace" | "takeover" | "unchanged";
      /** The vendor's id of the sync destination that stands now; null when there is none. */
      readonly id: number | null;
      /** The flag of a sync that somebody has to give, with the name, before anything is written there; null where nothing waits for one. */
      readonly consent: "--replace" | "--takeover" | null;
      /** Where that one points to, when it is to be replaced; null otherwise. */
      readonly from: {
        /** Address of the tenant. */
        readonly destination_tenant_url: string;
        /** Its team. */
        readonly destination_team_id: number;
      } | null;
      /** Stories that enter the vendor's list. */
      readonly subscribe: ReadonlyArray<string>;
      /** Stories that leave it. */
      readonly unsubscribe: ReadonlyArray<string>;
      /** The vendor's flag as it will be: also set where a rollout or a hold asks for it. */
      readonly manual_sync_only: boolean;
      /** destination_tenant_api_key_version of the key that the vendor will have; null when it is not known. */
      readonly key_version: number | null;
      /** Writes at the origin, in order; empty where nothing is written, or where somebody has to agree first. */
      readonly steps: ReadonlyArray<"delete" | "create" | "set_flag" | "send_key" | "set_stories" | "trigger">;
      /** What should be known before it is written. */
      readonly warnings: ReadonlyArray<string>;
      /** A forecast of what the vendor makes of the team's record types; the vendor decides. Absent where nobody looked: no story that moves keeps records, or the key of the destination is not at hand. */
      readonly record_types?: ReadonlyArray<{
        /** Name of the type in the source. */
        readonly name: string;
        /** What is done to it. */
        readonly action: "reuse" | "create" | "add_fields" | "create_sequential";
        /** Name of the type at the destination that the story will use. */
        readonly target: string;
        /** Fields that are added, or enum values as field=value. */
        readonly fields: ReadonlyArray<string>;
        /** The reason in one sentence. */
        readonly because: string;
      }>;
    };
  }>;
  /** Destinations that the manifest no longer has. Empty when selectors narrowed the run. */
  readonly left_behind_destinations: ReadonlyArray<{
    /** Name it had in the manifest. */
    readonly name: string;
    /** Address of its tenant. */
    readonly destination_tenant_url: string;
    /** Its team. */
    readonly destination_team_id: number;
    /** How many stories were recorded there. */
    readonly stories: number;
  }>;
  /** The vendor's sync destinations that the manifest does not have. Absent where the vendor was not asked. */
  readonly left_behind_native?: ReadonlyArray<{
    /** The vendor's id of it. */
    readonly id: number;
    /** Name it had in the manifest; null when recorded state does not know it. */
    readonly name: string | null;
    /** Address of its tenant, as the vendor has it. */
    readonly destination_tenant_url: string;
    /** Its team. */
    readonly destination_team_id: number;
    /** How many stories it carries. */
    readonly stories: number;
    /** These stories, in the order of their ids at the origin. */
    readonly story_names: ReadonlyArray<string>;
    /** Why "sync --prune" leaves it: not_ours, nothing recorded says that this repository had it; not_proven, only unproven state says so; recorded_elsewhere, what is recorded is of another tenant or team; held, the manifest holds the whole fleet. Null when it may be deleted. */
    readonly kept_because: "not_ours" | "not_proven" | "recorded_elsewhere" | "held" | null;
  }>;
  /** Where each story that moves stands in each ring; absent without a rollout in the manifest. The digest does not cover it. */
  readonly rollout?: ReadonlyArray<{
    /** Name of the ring. */
    readonly ring: string;
    /** Key of the story. */
    readonly story: string;
    /** Pairs that were read back equal to the content git wants. */
    readonly there: number;
    /** Pairs that count: not detached, held, pinned or by hand only. */
    readonly total: number;
    /** Pairs whose last try with this content failed. */
    readonly failed: number;
    /** Failed pairs that the ring may have, as a number of pairs. */
    readonly max_failed: number;
    /** passed: later rings may go. open: goes now. soaking: the ring before has passed and must stand for a while. waiting: for the ring before, or for a window. halted: more pairs failed than may, here or in an earlier ring. */
    readonly state: "passed" | "open" | "soaking" | "waiting" | "halted";
    /** When it opens if nothing else happens, ISO 8601; null when no clock decides that. */
    readonly opens_at: string | null;
    /** What it waits for: ring:NAME and soak:NAME (the ring before), batch:NAME and place:NAME (its own ring), window:TEXT, story:KEY, failures:NAME, or approved_plan. Null where it does not wait. */
    readonly waits_for: string | null;
  }>;
  /** What applying the plan takes at most, as long as each tenant answers at the first asking, within a second, and nobody else writes there. Absent where nothing is to be applied. The digest does not cover it. */
  readonly forecast?: {
    /** Requests to tenants, after the plan was made. */
    readonly calls: number;
    /** Minutes, by what the run is allowed: requests a minute and tenant, destinations side by side. */
    readonly minutes: number;
    /** How many tenants are asked. */
    readonly tenants: number;
    /** The tenant with most of the requests. */
    readonly busiest: {
      /** Address of the tenant. */
      readonly destination_tenant_url: string;
      /** Its requests. */
      readonly calls: number;
    };
    /** Destinations with something to push whose tenants were not asked: they are not in it. */
    readonly uncounted: number;
  };
  /** By whom the file was made: an HMAC-SHA256 under the state key. With a state key "sync --plan" demands it; absent without one. */
  readonly signature?: string;
};

/** What became of every story at every destination, or where it stands. */
export type Status = {
  /** Name and version of this format. */
  readonly format: "storysync.status/1";
  /** The commit of the run; null when the work tree had uncommitted files. */
  readonly commit: string | null;
  /** The run ended before all stories were reached. */
  readonly interrupted: boolean;
  /** Pairs of destination and story. Both ways of counting add up to all of them. */
  readonly totals: {
    /** Pairs that are in sync. */
    readonly synced: number;
    /** Pairs that failed. */
    readonly failed: number;
    /** Pairs that wait for a sync. */
    readonly requires_sync: number;
    /** The same pairs by what the run did. */
    readonly did: {
      /** Stories created. */
      readonly created: number;
      /** Stories updated. */
      readonly updated: number;
      /** Stories that needed nothing. */
      readonly unchanged: number;
      /** Stories that nothing was done to, for the reason given. */
      readonly nothing: number;
    };
  };
  /** In the order of the manifest. */
  readonly sync_destinations: ReadonlyArray<{
    /** The vendor's id of the sync destination; null when there is none, or when it is not known. */
    readonly id: number | null;
    /** Name of the destination in the manifest. */
    readonly name: string;
    /** Who brings the stories: storysync itself, or the vendor's own Story syncing. */
    readonly engine: "push" | "native";
    /** The ring that it is in; null without a rollout. */
    readonly ring: string | null;
    /** Why nothing is pushed to it, as the manifest says; null when it is not held. */
    readonly hold: {
      /** Why nothing is pushed. */
      readonly reason: string;
      /** Who answers for it. */
      readonly owner: string | null;
      /** Last day of the hold, as 2027-01-31. */
      readonly until: string | null;
    } | null;
    /** The commit that its stories are taken from, as the manifest says; null when it is not pinned. */
    readonly pin: {
      /** The commit whose stories it asks for: the digits of its hash that the manifest has. */
      readonly commit: string;
      /** Why it is pinned. */
      readonly reason: string;
      /** Who answers for it. */
      readonly owner: string | null;
      /** Last day of the pin, as 2027-01-31; it stays until it is taken out. */
      readonly until: string | null;
      /** The stories that it is about; null is all that it takes. */
      readonly stories: ReadonlyArray<string> | null;
    } | null;
    /** Address of the tenant. */
    readonly destination_tenant_url: string;
    /** Team at the destination. */
    readonly destination_team_id: number;
    /** Team at the origin; null when the manifest has no origin. */
    readonly origin_team_id: number | null;
    /** Pushed only when asked for by hand. */
    readonly manual_sync_only: boolean;
    /** Every story that was chosen, exactly once. */
    readonly subscriptions: ReadonlyArray<{
      /** The story at the origin. */
      readonly story: {
        /** Its id at the origin; null when the manifest has none. */
        readonly id: number | null;
        /** Its name. */
        readonly name: string;
        /** Its key in the manifest. */
        readonly key: string;
      };
      /** The vendor's three words. */
      readonly status: "synced" | "failed" | "requires_sync";
      /** Why it failed, in one line; set exactly when the status is failed. */
      readonly error_message: string | null;
      /** Why, from one closed list; null when there is nothing to say. */
      readonly reason: "new" | "content_changed" | "drift" | "renamed" | "recreated" | "forced" | "detached" | "manual_sync_only" | "not_ours" | "ambiguous_name" | "missing_prerequisite" | "change_control" | "ingress_ambiguous" | "missing_key" | "unauthorized" | "unreachable" | "unreadable" | "rejected" | "verify_failed" | "plan_stale" | "superseded" | "awaiting_approval" | "awaiting_ring" | "outside_window" | "held" | "pinned" | "halted" | "not_reached" | "internal" | null;
      /** What happened, whatever the status. */
      readonly message: string | null;
      /** What the reader can do about it. */
      readonly hint: string | null;
      /** The destination keeps its own version of the story. */
      readonly detached: boolean;
      /** What the manifest says of it; null when it is not detached there. */
      readonly detachment: {
        /** Why it is detached. */
        readonly reason: string;
        /** Who answers for it. */
        readonly owner: string | null;
        /** Day on which it should come back, as 2027-01-31. */
        readonly until: string | null;
      } | null;
      /** What the run did to it; a status query does nothing. */
      readonly did: "created" | "updated" | "unchanged" | "nothing";
      /** Id of the story at the destination, when it is known. */
      readonly destination_story_id: number | null;
      /** Time of the last push, ISO 8601. */
      readonly synced_at: string | null;
      /** Source commit of the last push. */
      readonly commit: string | null;
      /** How far git went on since what is there was pushed. Told by a status query; null when there is nothing to tell: the content is the one git asks for, it was never pushed, or git does not know the commit it came from. */
      readonly behind: {
        /** Commits on the branch that changed the story since. */
        readonly commits: number;
        /** Time of the first of them, ISO 8601. */
        readonly since: string;
      } | null;
      /** Since when this is so as far as recorded, ISO 8601; null when it was seen in this run, or nothing is recorded. */
      readonly recorded_at: string | null;
      /** What went well enough but should be known. */
      readonly warnings: ReadonlyArray<string>;
      /** What it waits for; absent where the rollout keeps nothing back. */
      readonly waits?: {
        /** What it waits for: ring:NAME and soak:NAME (the ring before), batch:NAME and place:NAME (its own ring), window:TEXT, story:KEY, failures:NAME, or approved_plan. */
        readonly for: string;
        /** When it may go if nothing else happens, ISO 8601; null when no clock decides that. */
        readonly until: string | null;
      };
    }>;
  }>;
  /** Stories left behind, and what became of them; empty without --prune. */
  readonly pruned: ReadonlyArray<{
    /** Name of the destination in the manifest. */
    readonly destination: string;
    /** Key the story had in the manifest. */
    readonly key: string;
    /** Its name at the destination. */
    readonly name: string;
    /** Its id at the destination. */
    readonly destination_story_id: number;
    /** The count given with --prune covered it: when it was not deleted all the same, the run failed. */
    readonly consented: boolean;
    /** It is gone. */
    readonly deleted: boolean;
    /** What happened: why it stays, or how to see its copy. */
    readonly message: string;
    /** The copy, as "git show" takes it; null when none was made. */
    readonly kept_as: string | null;
  }>;
  /** K/N, where the run was about the K-th of N parts of the fleet alone; absent otherwise. */
  readonly shard?: string;
  /** The manifest, as git names it. Of a sync of a shard alone, like the next four. */
  readonly manifest?: string;
  /** The run on GitHub; null elsewhere. */
  readonly run?: {
    /** Its id. */
    readonly id: string;
    /** Its attempt, from 1; null when it is not known. */
    readonly attempt: number | null;
  } | null;
  /** When the sync ended, ISO 8601. */
  readonly at?: string;
  /** Whose state the sync changed, for the one message of the whole run. */
  readonly changes?: ReadonlyArray<{
    /** What changed, as in storysync.notify/1. */
    readonly change: "failed" | "halted" | "drift" | "expired" | "held" | "recovered" | "ring_opened";
    /** Name of the destination in the manifest; null where it is about a ring. */
    readonly destination: string | null;
    /** Name of the ring; null where it is about a destination. */
    readonly ring: string | null;
    /** Why, from one closed list; null when there is nothing to say. */
    readonly reason: "new" | "content_changed" | "drift" | "renamed" | "recreated" | "forced" | "detached" | "manual_sync_only" | "not_ours" | "ambiguous_name" | "missing_prerequisite" | "change_control" | "ingress_ambiguous" | "missing_key" | "unauthorized" | "unreachable" | "unreadable" | "rejected" | "verify_failed" | "plan_stale" | "superseded" | "awaiting_approval" | "awaiting_ring" | "outside_window" | "held" | "pinned" | "halted" | "not_reached" | "internal" | null;
    /** The story; null where it is about the destination as a whole. */
    readonly story: {
      /** Its key in the manifest. */
      readonly key: string;
      /** Its name. */
      readonly name: string;
    } | null;
    /** What has expired; null for all other changes. */
    readonly expired: {
      /** A hold, a pin or a detachment. */
      readonly what: "hold" | "pin" | "detached";
      /** The last day of it, as 2027-01-31. */
      readonly until: string;
    } | null;
  }>;
  /** With a state key: made with it, over all of the file, so that a report takes no file of anybody else. */
  readonly signature?: string;
  /** Of a report that merges shards: those that left no status file that can be used. Absent when there is none. */
  readonly missing_shards?: ReadonlyArray<string>;
  /** The vendor's sync destinations that the manifest does not have, and what became of them; absent when there is none, and without --prune. */
  readonly pruned_native?: ReadonlyArray<{
    /** The vendor's id of it. */
    readonly id: number;
    /** Name it had in the manifest; null when recorded state does not know it. */
    readonly name: string | null;
    /** Address of its tenant, as the vendor has it. */
    readonly destination_tenant_url: string;
    /** Its team. */
    readonly destination_team_id: number;
    /** How many stories it carried. */
    readonly stories: number;
    /** What the vendor was told to do with them: kept, as stories of their own; deleted, in its own time. Null when nothing was deleted. */
    readonly copies: "kept" | "deleted" | null;
    /** The count given with --prune covered it: when it was not deleted all the same, the run failed. */
    readonly consented: boolean;
    /** It is gone. */
    readonly deleted: boolean;
    /** What happened, or why it stays. */
    readonly message: string;
  }>;
  /** Where each story that moves stands in each ring; absent without a rollout in the manifest. */
  readonly rollout?: ReadonlyArray<{
    /** Name of the ring. */
    readonly ring: string;
    /** Key of the story. */
    readonly story: string;
    /** Pairs that were read back equal to the content git wants. */
    readonly there: number;
    /** Pairs that count: not detached, held, pinned or by hand only. */
    readonly total: number;
    /** Pairs whose last try with this content failed. */
    readonly failed: number;
    /** Failed pairs that the ring may have, as a number of pairs. */
    readonly max_failed: number;
    /** passed: later rings may go. open: goes now. soaking: the ring before has passed and must stand for a while. waiting: for the ring before, or for a window. halted: more pairs failed than may, here or in an earlier ring. */
    readonly state: "passed" | "open" | "soaking" | "waiting" | "halted";
    /** When it opens if nothing else happens, ISO 8601; null when no clock decides that. */
    readonly opens_at: string | null;
    /** What it waits for: ring:NAME and soak:NAME (the ring before), batch:NAME and place:NAME (its own ring), window:TEXT, story:KEY, failures:NAME, or approved_plan. Null where it does not wait. */
    readonly waits_for: string | null;
  }>;
  /** Somebody let a run pass over rings, soak, batch, halt and windows: this run, or of a query the last one recorded. Absent when nobody did. */
  readonly rollout_override?: {
    /** Digest of the plan that was seen. */
    readonly digest: string;
    /** Why. */
    readonly reason: string;
    /** When, ISO 8601. */
    readonly at: string;
  };
};
