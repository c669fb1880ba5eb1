/** Generated from the OpenAPI document: npx vitest run -u test/contract/src/client-types.test.ts */

export interface paths {
    "/v1/failures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List failures
         * @description Newest first, unless `order` says otherwise; those that tell of another one again are left out.
         */
        get: operations["listFailures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/failures/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One failure, with its pattern and its links, and the evidence for both
         * @description One failure, with its pattern and its links, and the evidence for both.
         */
        get: operations["findFailure"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/patterns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List patterns
         * @description Most episodes first, unless `sort` and `order` say otherwise.
         */
        get: operations["listPatterns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/patterns/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One pattern, and what it came from
         * @description One pattern, and what it came from.
         */
        get: operations["findPattern"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/map": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The failure map: services by cause and by trigger, and folders that fail more often than others
         * @description Counts of episodes with what they are counted against. `standsOut` is only what neither many changes nor chance among so many cells explains.
         */
        get: operations["findFailureMap"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/measurement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The organisation: trends, control chart, length of episodes, delivery metrics, back-test of the forecasts
         * @description The organisation: trends, control chart, length of episodes, delivery metrics, back-test of the forecasts.
         */
        get: operations["findMeasurement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/patterns/{id}/measurement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One pattern: where it stands, its trend and its forecast
         * @description One pattern: where it stands, its trend and its forecast.
         */
        get: operations["findPatternMeasurement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/patterns/{id}/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The newest report of a pattern, as JSON, as Markdown, or as a page that needs no other file
         * @description The newest report of a pattern, as JSON, as Markdown, or as a page that needs no other file.
         */
        get: operations["findPatternReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/patterns/{id}/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the snapshots of a pattern, newest first
         * @description List the snapshots of a pattern, newest first.
         */
        get: operations["listPatternReports"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One snapshot of a pattern; it never changes
         * @description One snapshot of a pattern; it never changes.
         */
        get: operations["findReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/{id}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What changed since an earlier snapshot of the same pattern
         * @description What changed since an earlier snapshot of the same pattern.
         */
        get: operations["listReportChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/digests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List digests, newest period first
         * @description List digests, newest period first.
         */
        get: operations["listDigests"];
        put?: never;
        /**
         * Have a digest written of any week or month
         * @description Digests of the last week and month are written by themselves. This one shows in the list once it is there.
         */
        post: operations["askForDigest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/digests/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One digest, as JSON, as Markdown, or as a page that needs no other file; it never changes
         * @description One digest, as JSON, as Markdown, or as a page that needs no other file; it never changes.
         */
        get: operations["findDigest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/library": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Search the failure library, what came most often first
         * @description Search the failure library, what came most often first.
         */
        get: operations["listScenarios"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/library/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The failure library as Markdown files for a repository
         * @description The failure library as Markdown files for a repository.
         */
        get: operations["exportLibrary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/improvements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List improvements
         * @description Newest first, unless `order` says otherwise.
         */
        get: operations["listImprovements"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/improvements/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One improvement
         * @description One improvement.
         */
        get: operations["findImprovement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/improvements/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Have the issue of an improvement opened
         * @description Only a person’s approval opens an issue. What is given of `repository` and `title` is used instead.
         */
        post: operations["approveImprovement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what people decided, in that order
         * @description List what people decided, in that order.
         */
        get: operations["listCorrections"];
        put?: never;
        /**
         * Correct Refrain
         * @description It binds every later grouping, and one is made at once. The same decision again counts as decided anew.
         */
        post: operations["addCorrection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/corrections/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Take a correction back
         * @description Take a correction back.
         */
        delete: operations["removeCorrection"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Have we seen this before?
         * @description Of a text, a stored failure or the address of a page. The text is neither stored nor logged.
         */
        post: operations["search"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/wording/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check a text for blame
         * @description What in it blames a person, and how to say it of the system. Nothing of it is stored or logged.
         */
        post: operations["checkWording"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/catalogue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List entries by service, the surest of each first
         * @description List entries by service, the surest of each first.
         */
        get: operations["listCatalogue"];
        put?: never;
        /**
         * Say from where a service runs
         * @description Say from where a service runs.
         */
        post: operations["addCatalogueEntry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/catalogue/suggest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Have entries suggested from what is stored
         * @description Have entries suggested from what is stored.
         */
        post: operations["suggestCatalogue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/catalogue/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Read a catalog-info.yaml or CODEOWNERS file
         * @description Read a catalog-info.yaml or CODEOWNERS file.
         */
        post: operations["importCatalogueFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/catalogue/{id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say that an entry is right
         * @description Say that an entry is right.
         */
        post: operations["confirmCatalogueEntry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/catalogue/{id}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say that an entry is wrong
         * @description Say that an entry is wrong.
         */
        post: operations["rejectCatalogueEntry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/catalogue/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One entry
         * @description One entry.
         */
        get: operations["findCatalogueEntry"];
        put?: never;
        post?: never;
        /**
         * Forget an entry and what was decided on it
         * @description It may be suggested anew.
         */
        delete: operations["removeCatalogueEntry"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/connections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List connections
         * @description List connections.
         */
        get: operations["listConnections"];
        put?: never;
        /**
         * Connect an account, or an archive for files
         * @description The account is asked first. One that is connected already keeps what is not given anew, so that this may be repeated.
         */
        post: operations["connect"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/connections/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What connecting an account would find
         * @description Nothing of it is kept.
         */
        post: operations["checkConnection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/connections/{id}/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Ask the provider now: permissions, what is to be seen, requests left
         * @description Ask the provider now: permissions, what is to be seen, requests left.
         */
        get: operations["findHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/connections/{id}/problems": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Everything that is wrong with a connection
         * @description Its own `statusReason` tells only the first few.
         */
        get: operations["listProblems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/connections/{id}/webhook": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where the provider has to send its events, and the secret that it signs them with
         * @description Where the provider has to send its events, and the secret that it signs them with.
         */
        get: operations["findWebhook"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/connections/{id}/webhook-secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Renew the secret of the webhook
         * @description The former one is taken for another day. PagerDuty makes its secrets itself: until it has (202), the answer holds the present one.
         */
        post: operations["renewWebhookSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/connections/{id}/backfill": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take in the past of an account
         * @description From `since` on, or all of it. What is known already comes in no second time.
         */
        post: operations["startBackfill"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/connections/{id}/progress": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How far a backfill is
         * @description How far a backfill is.
         */
        get: operations["findProgress"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/connections/{id}/progress/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow a backfill to its end
         * @description An event `progress` at each change, whose data is a `BackfillProgress` as JSON.
         */
        get: operations["followProgress"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/connections/{id}/completeness": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the provider says exists, against what is stored
         * @description Of the days from `since` to `until`: the last 30 unless given.
         */
        get: operations["findCompleteness"];
        put?: never;
        /**
         * Compare now, without waiting for its turn
         * @description Compare now, without waiting for its turn.
         */
        post: operations["compareNow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/archives/{name}/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import records into the archive of a name
         * @description JSON Lines of raw records, all of them or none. The archive is created with its first records or not at all.
         */
        post: operations["importIntoArchive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/connections/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One connection
         * @description One connection.
         */
        get: operations["findConnection"];
        put?: never;
        post?: never;
        /**
         * Remove a connection with everything that was taken in by it
         * @description Remove a connection with everything that was taken in by it.
         */
        delete: operations["removeConnection"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/connections/{id}/unreadable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the records that could not be read, newest first
         * @description List the records that could not be read, newest first.
         */
        get: operations["listUnreadable"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/connections/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Read everything that was taken in anew
         * @description Read everything that was taken in anew.
         */
        post: operations["replay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/connections/{id}/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import records into an archive
         * @description JSON Lines of raw records, all of them or none.
         */
        post: operations["importRecords"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/github-apps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin to make a GitHub App for an account
         * @description A person goes on at the `url` of the answer, within the hour.
         */
        post: operations["beginGitHubApp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/github-apps/{state}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How far the making of a GitHub App is
         * @description How far the making of a GitHub App is.
         */
        get: operations["findGitHubApp"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow what happens
         * @description Server-sent events as they are stored, each with a `RefrainEvent` as its data; from now on, or after the event that `Last-Event-ID` or `after` names. They are kept for 30 days.
         */
        get: operations["followEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/subscriptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List who is told of events, oldest first, and how that goes
         * @description List who is told of events, oldest first, and how that goes.
         */
        get: operations["listSubscriptions"];
        put?: never;
        /**
         * Have a webhook or a channel of Slack told of what happens from now on
         * @description A webhook is signed as Standard Webhooks has it, by the `secret` that is shown this once. Each event comes at least once, always with the same `webhook-id`, and is tried for about a day.
         */
        post: operations["subscribe"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/subscriptions/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a test message now
         * @description To a webhook it is of the type `test`. One that is taken switches on again what was off.
         */
        post: operations["testSubscription"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/subscriptions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Tell it nothing more
         * @description Tell it nothing more.
         */
        delete: operations["unsubscribe"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether the caller is signed in
         * @description Whether the caller is signed in.
         */
        get: operations["findSession"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End the session of this browser
         * @description End the session of this browser.
         */
        post: operations["signOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sign-in-links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a link that signs a browser in, once, within the hour
         * @description Make a link that signs a browser in, once, within the hour.
         */
        post: operations["createSignInLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the tokens, without their secrets
         * @description List the tokens, without their secrets.
         */
        get: operations["listTokens"];
        put?: never;
        /**
         * Make a token
         * @description The token is told in this answer and never again: only its digest is kept.
         */
        post: operations["createToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tokens/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke a token
         * @description Revoke a token.
         */
        delete: operations["revokeToken"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How much is known, and whether anything is still on its way to the patterns
         * @description How much is known, and whether anything is still on its way to the patterns.
         */
        get: operations["findStatus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/healthz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether the process answers
         * @description Whether the process answers.
         */
        get: operations["findLiveness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether PostgreSQL and Redis answer too
         * @description Whether PostgreSQL and Redis answer too.
         */
        get: operations["findReadiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * This document
         * @description This document.
         */
        get: operations["findDocument"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        ApiToken: {
            id: string;
            name: string;
            createdAt: components["schemas"]["Instant"];
            expiresAt: components["schemas"]["Instant"] | null;
        };
        BackfillProgress: {
            connectionId: string;
            since: components["schemas"]["Instant"] | null;
            /** @enum {string} */
            state: "none" | "running" | "done" | "failed";
            records: number;
            expected: number | null;
            pending: number;
            perSecond: number | null;
            secondsLeft: number | null;
            streams: components["schemas"]["StreamProgress"][];
        };
        Backtest: {
            from: components["schemas"]["Instant"] | null;
            until: components["schemas"]["Instant"] | null;
            origins: number;
            stepDays: number;
            patterns: number;
            horizons: components["schemas"]["BacktestHorizon"][];
        };
        BacktestHorizon: {
            days: number;
            forecasts: number;
            observedShare: number | null;
            brierSkill: number | null;
            skillLow: number | null;
            skillHigh: number | null;
            isShown: boolean;
            gap: components["schemas"]["ForecastGap"] | null;
            calibration: components["schemas"]["CalibrationBin"][];
            coverage90: number | null;
            calibrationError: number | null;
        };
        CalibrationBin: {
            from: number;
            to: number;
            forecasts: number;
            meanChance: number;
            observedShare: number;
        };
        CatalogueAnswer: {
            items: components["schemas"]["CatalogueEntry"][];
            next: string | null;
            total: number;
        };
        CatalogueAskedAnswer: {
            /** @constant */
            asked: true;
        };
        CatalogueEntry: {
            id: string;
            service: string;
            repository: string;
            path: string | null;
            environment: string | null;
            origin: components["schemas"]["CatalogueOrigin"];
            /** @enum {string} */
            status: "suggested" | "confirmed" | "rejected";
            score: number;
            evidence: components["schemas"]["Evidence"][];
            updatedAt: components["schemas"]["Instant"];
        };
        CatalogueImportedAnswer: {
            items: components["schemas"]["CatalogueEntry"][];
            problems: string[];
        };
        /** @enum {string} */
        CatalogueOrigin: "suggestion" | "catalog_info" | "codeowners" | "person";
        CataloguePair: {
            service: string;
            repository: string;
            /** @default null */
            path: string | null;
            /** @default null */
            environment: string | null;
        };
        /** @enum {string} */
        Cause: "code_defect" | "configuration" | "capacity" | "dependency" | "infrastructure" | "data" | "expiry_time" | "security_access" | "process" | "unknown";
        CauseCell: {
            service: string | null;
            repository: string | null;
            episodes: number;
            hours: components["schemas"]["ImpactHours"];
            episodeIds: string[];
            per100Changes: components["schemas"]["MapRate"] | null;
            per30Days: components["schemas"]["MapRate"] | null;
            per100Episodes: components["schemas"]["MapRate"] | null;
            standsOut: boolean;
            cause: components["schemas"]["Cause"];
        };
        ChangeFailRate: {
            count: number;
            deployments: number;
            value: number;
            low: number;
            high: number;
            reasons: {
                incident: number;
                rollback: number;
                revert: number;
            };
        };
        /** @enum {string} */
        ChangeKind: "merged_pull_request" | "deployment" | "commit";
        ChangePoint: {
            at: components["schemas"]["Instant"];
            earliest: components["schemas"]["Instant"];
            latest: components["schemas"]["Instant"];
            before: components["schemas"]["TrendRate"];
            after: components["schemas"]["TrendRate"];
            p: number;
        };
        /** @enum {string} */
        ChangeVerdict: "change" | "not_change_related" | "undecided";
        CheckedAnswer: {
            health: components["schemas"]["ConnectionHealth"];
            matched: string[];
            unmatched: string[];
            streams: string[];
        };
        ComparingAnswer: {
            streams: number;
        };
        Completeness: {
            accounts: number;
            problems: {
                account: string;
                problem: string;
            }[];
            gaps: number;
            unassigned: {
                failures: number;
                of: number;
            };
        };
        CompletenessAnswer: {
            since: components["schemas"]["Instant"];
            until: components["schemas"]["Instant"];
            existing: number;
            stored: number;
            gaps: {
                stream: string;
                day: string;
            }[];
            days: components["schemas"]["CompletenessDay"][];
            uncompared: string[];
        };
        CompletenessDay: {
            stream: string;
            day: string;
            existing: number;
            stored: number;
            checkedAt: components["schemas"]["Instant"];
        };
        ConnectedAnswer: {
            connection: components["schemas"]["Connection"];
            health: components["schemas"]["ConnectionHealth"] | null;
            webhook: components["schemas"]["WebhookAnswer"] | null;
        };
        Connection: {
            id: string;
            provider: components["schemas"]["Provider"];
            account: string;
            baseUrl: string | null;
            scope: components["schemas"]["ConnectionScope"];
            status: components["schemas"]["ConnectionStatus"];
            statusReason: string | null;
            webhook: components["schemas"]["WebhookState"];
            createdAt: components["schemas"]["Instant"];
        };
        ConnectionHealth: {
            account: string;
            visible: string[];
            missing: {
                permission: string;
                costs: string;
                isOptional?: boolean;
            }[];
            budget: {
                limit: number;
                remaining: number;
                resetsAt: components["schemas"]["Instant"];
            } | null;
        };
        ConnectionScope: {
            /** @default [] */
            repositories: string[];
            /** @default [] */
            services: string[];
            /** @default [] */
            environments: string[];
            /**
             * @default [
             *       "*deploy*",
             *       "*release*"
             *     ]
             */
            workflows: string[];
            /**
             * @default [
             *       "incident",
             *       "outage",
             *       "postmortem"
             *     ]
             */
            incidentLabels: string[];
            /** @default [] */
            postmortemFolders: string[];
        };
        /** @enum {string} */
        ConnectionStatus: "active" | "needs_attention";
        ConnectionsAnswer: {
            items: components["schemas"]["Connection"][];
            next: string | null;
            total: number;
        };
        ControlChart: {
            /** @enum {string} */
            unit: "100_changes" | "week";
            /** @enum {string} */
            kind: "u" | "u_prime";
            centre: number | null;
            widening: number;
            points: components["schemas"]["ControlPoint"][];
            signals: components["schemas"]["ControlSignal"][];
            runLength: number;
            falseAlarmChance: {
                beyond_limits: number;
                run: number;
            };
        };
        ControlPoint: {
            week: string;
            from: components["schemas"]["Instant"];
            until: components["schemas"]["Instant"];
            episodes: number;
            exposure: number;
            value: number | null;
            low: number | null;
            high: number | null;
        };
        /** @enum {string} */
        ControlRule: "beyond_limits" | "run";
        ControlSignal: {
            rule: components["schemas"]["ControlRule"];
            /** @enum {string} */
            side: "above" | "below";
            fromWeek: string;
            toWeek: string;
        };
        Correction: {
            id: string;
            decision: components["schemas"]["CorrectionDecision"];
            decidedAt: components["schemas"]["Instant"];
        };
        CorrectionDecision: {
            /** @constant */
            kind: "must_link";
            failureIds: string[];
        } | {
            /** @constant */
            kind: "cannot_link";
            failureIds: string[];
        } | {
            /** @constant */
            kind: "not_a_failure";
            failureId: string;
        } | {
            /** @constant */
            kind: "not_change_related";
            failureId: string;
        } | {
            /** @constant */
            kind: "cause";
            patternId?: string;
            failureId?: string;
            cause: components["schemas"]["Cause"];
            trigger: components["schemas"]["Trigger"];
        } | {
            /** @constant */
            kind: "rename";
            patternId: string;
            name: string;
        } | {
            /** @constant */
            kind: "link";
            type: components["schemas"]["LinkType"];
            failureId: string;
            targetId: string;
            right: boolean;
        };
        CorrectionsAnswer: {
            items: components["schemas"]["Correction"][];
            next: string | null;
            total: number;
        };
        Cost: {
            episodes: number;
            impact: {
                total: number;
                median: number | null;
                told: number;
                episodes: number;
                high: number | null;
            };
            pages: {
                all: {
                    count: number;
                    failureIds: string[];
                };
                outOfHours: {
                    count: number;
                    failureIds: string[];
                };
                untold: number;
            };
            people: {
                total: components["schemas"]["Span"] | null;
                perEpisode: components["schemas"]["Span"] | null;
                told: number;
                withResponders: number;
                parts: components["schemas"]["CostPart"][];
            };
            avoided: {
                peopleHours: components["schemas"]["Span"] | null;
                impactHours: number | null;
            };
            assumptions: components["schemas"]["CostAssumption"][];
            settings: {
                /** @default UTC */
                timeZone: string;
                /**
                 * @default {
                 *       "from": 8,
                 *       "until": 19
                 *     }
                 */
                workday: {
                    from: number;
                    until: number;
                };
                /**
                 * @default [
                 *       6,
                 *       7
                 *     ]
                 */
                weekend: number[];
            };
        };
        CostAssumption: {
            name: components["schemas"]["CostAssumptionName"];
            label: string;
            range: components["schemas"]["Span"];
            source: string;
        };
        /** @enum {string} */
        CostAssumptionName: "responders" | "attended_hours" | "hours_per_page" | "hours_per_page_out_of_hours" | "follow_up_hours" | "rework_hours";
        CostPart: {
            /** @enum {string} */
            part: "response" | "pages" | "out_of_hours" | "follow_up" | "rework";
            reckoning: string;
            hours: components["schemas"]["Span"];
        };
        DeliveryFigures: {
            changeLeadTime: {
                definition: string;
                value: components["schemas"]["DurationSummary"] | null;
                missing: string | null;
            };
            deploymentFrequency: {
                definition: string;
                value: components["schemas"]["DeploymentFrequency"] | null;
                missing: string | null;
            };
            failedDeploymentRecoveryTime: {
                definition: string;
                value: components["schemas"]["DurationSummary"] | null;
                missing: string | null;
            };
            changeFailRate: {
                definition: string;
                value: components["schemas"]["ChangeFailRate"] | null;
                missing: string | null;
            };
            deploymentReworkRate: {
                definition: string;
                value: components["schemas"]["DeploymentReworkRate"] | null;
                missing: string | null;
            };
        };
        DeliveryMetrics: {
            period: {
                from: components["schemas"]["Instant"];
                until: components["schemas"]["Instant"];
            };
            environments: string[];
            organisation: components["schemas"]["DeliveryFigures"];
            repositories: {
                changeLeadTime: {
                    definition: string;
                    value: components["schemas"]["DurationSummary"] | null;
                    missing: string | null;
                };
                deploymentFrequency: {
                    definition: string;
                    value: components["schemas"]["DeploymentFrequency"] | null;
                    missing: string | null;
                };
                failedDeploymentRecoveryTime: {
                    definition: string;
                    value: components["schemas"]["DurationSummary"] | null;
                    missing: string | null;
                };
                changeFailRate: {
                    definition: string;
                    value: components["schemas"]["ChangeFailRate"] | null;
                    missing: string | null;
                };
                deploymentReworkRate: {
                    definition: string;
                    value: components["schemas"]["DeploymentReworkRate"] | null;
                    missing: string | null;
                };
                repository: string;
            }[];
        };
        DeploymentFrequency: {
            deployments: number;
            attemptsFailed: number;
            perWeek: number;
            low: number;
            high: number;
            daysWithOne: number;
        };
        DeploymentReworkRate: {
            count: number;
            deployments: number;
            value: number;
            low: number;
            high: number;
            reasons: {
                rollback: number;
                revert: number;
                fix: number;
                hotfix: number;
            };
        };
        Digest: {
            scope: components["schemas"]["DigestScope"];
            period: components["schemas"]["DigestPeriod"];
            episodes: number;
            episodesBefore: number;
            changes: number | null;
            changesBefore: number | null;
            patterns: components["schemas"]["DigestedPattern"][];
            completeness: components["schemas"]["Completeness"];
            document: components["schemas"]["ReportDocument"];
            asOf: components["schemas"]["Instant"];
        };
        DigestPeriod: {
            /** @enum {string} */
            kind: "week" | "month";
            from: components["schemas"]["Instant"];
            until: components["schemas"]["Instant"];
        };
        DigestScope: {
            /** @constant */
            kind: "organisation";
        } | {
            /** @constant */
            kind: "service";
            name: string;
        } | {
            /** @constant */
            kind: "team";
            name: string;
        };
        DigestedPattern: {
            patternId: string;
            name: string;
            lesson: string;
            episodes: number;
            episodesBefore: number;
            recurrence: components["schemas"]["Recurrence"] | null;
            direction: ("rising" | "falling") | null;
            chance: number | null;
        };
        DigestsAnswer: {
            items: components["schemas"]["ListedDigest"][];
            next: string | null;
            total: number;
        };
        DurationQuantile: {
            value: number | null;
            low: number | null;
            high: number | null;
        };
        DurationSummary: {
            ended: number;
            open: number;
            unknown: number;
            /** @enum {string} */
            method: "order" | "kaplan_meier";
            firstQuartile: components["schemas"]["DurationQuantile"];
            median: components["schemas"]["DurationQuantile"];
            thirdQuartile: components["schemas"]["DurationQuantile"];
            ninetiethPercentile: components["schemas"]["DurationQuantile"];
            histogram: {
                from: number;
                until: number | null;
                count: number;
            }[];
        };
        /** @enum {string} */
        EffortSize: "S" | "M" | "L";
        /** @enum {string} */
        EndingKind: "taken_back" | "fixed_forward" | "retried" | "by_itself";
        /** @enum {string} */
        ErrorCode: "invalid_input" | "not_found" | "conflict" | "precondition_failed" | "key_reused" | "unauthenticated" | "forbidden" | "too_large" | "rate_limited" | "signature_invalid" | "credential_rejected" | "permission_missing" | "provider_unreachable" | "provider_failed" | "provider_unexpected" | "unavailable" | "misconfigured" | "internal";
        Estimate: {
            low: number;
            mean: number;
            high: number;
        };
        /** @enum {string} */
        EventType: "report_written" | "digest_written" | "pattern_found" | "pattern_rising" | "pattern_returned";
        Evidence: {
            signal: string;
            detail: string;
            weight: number;
        };
        FailureAnswer: {
            kind: components["schemas"]["FailureKind"];
            externalId: string;
            title: string;
            text: string;
            services: string[];
            repository: string | null;
            environment: string | null;
            paths: string[];
            sha: string | null;
            occurredAt: components["schemas"]["Instant"];
            resolvedAt: components["schemas"]["Instant"] | null;
            timing: components["schemas"]["FailureTiming"] | null;
            severity: string | null;
            urgency: string | null;
            responders: number | null;
            references: string[];
            url: string | null;
            version: components["schemas"]["Instant"];
            isFailure: boolean;
            confidence: number;
            id: string;
            connectionId: string;
            episodeId: string | null;
            duplicateOf: string | null;
            patternId: string | null;
            assignedOnArrival: boolean;
            changeAnswer: {
                verdict: components["schemas"]["ChangeVerdict"];
                confidence: number;
                evidence: components["schemas"]["Evidence"][];
                isDecided: boolean;
                candidates: {
                    changeId: string;
                    score: number;
                    evidence: components["schemas"]["Evidence"][];
                    change: {
                        kind: components["schemas"]["ChangeKind"];
                        repository: string;
                        environment: string | null;
                        title: string;
                        occurredAt: components["schemas"]["Instant"];
                        url: string | null;
                    } | null;
                }[];
                endedBy: {
                    kind: components["schemas"]["IncidentEnding"];
                    changeId: string | null;
                    confidence: number;
                    evidence: components["schemas"]["Evidence"][];
                    change: {
                        kind: components["schemas"]["ChangeKind"];
                        repository: string;
                        environment: string | null;
                        title: string;
                        occurredAt: components["schemas"]["Instant"];
                        url: string | null;
                    } | null;
                };
            } | null;
            membership: {
                confidence: number;
                evidence: components["schemas"]["Evidence"][];
            } | null;
            links: {
                type: components["schemas"]["LinkType"];
                failureId: string;
                targetId: string;
                score: number;
                evidence: components["schemas"]["Evidence"][];
                status: components["schemas"]["LinkStatus"];
                other: {
                    id: string;
                    title: string | null;
                    url: string | null;
                };
            }[];
        };
        FailureEnding: {
            kind: components["schemas"]["ChangeKind"];
            title: string;
            url: string | null;
        };
        /** @enum {string} */
        FailureKind: "incident" | "failed_deployment" | "reverted_change";
        FailureMap: {
            from: components["schemas"]["Instant"];
            until: components["schemas"]["Instant"];
            days: number;
            filter: components["schemas"]["FailureMapFilter"];
            episodes: number;
            changes: number;
            services: components["schemas"]["MapService"][];
            causes: components["schemas"]["CauseCell"][];
            triggers: components["schemas"]["TriggerCell"][];
            hotspots: components["schemas"]["PathHotspot"][];
            compared: {
                causes: number;
                triggers: number;
                folders: number;
            };
            gaps: {
                withoutService: number;
                withoutCause: number;
                withoutTrigger: number;
                withoutHours: number;
                withoutPaths: number;
                withoutEnvironment: number;
                servicesWithoutChanges: number;
            };
        };
        FailureMapFilter: {
            /** @default null */
            team: string | null;
            /** @default null */
            environment: string | null;
            /** @default [] */
            kinds: components["schemas"]["FailureKind"][];
        };
        FailureTiming: {
            acknowledgedAt: components["schemas"]["Instant"] | null;
            mitigatedAt: components["schemas"]["Instant"] | null;
            reopenedAt: components["schemas"]["Instant"][];
        };
        FailuresAnswer: {
            items: components["schemas"]["ListedFailure"][];
            next: string | null;
            total: number;
        };
        Forecast: {
            asOf: components["schemas"]["Instant"];
            horizons: components["schemas"]["ForecastHorizon"][];
            basis: components["schemas"]["ForecastBasis"];
        };
        ForecastBasis: {
            episodes: number;
            days: number;
            ownRate: number;
            usualRate: number;
            borrowed: number;
            changed: number | null;
            season: number | null;
            fixHolds: number | null;
        };
        /** @enum {string} */
        ForecastGap: "history_too_short" | "no_skill" | "too_few_episodes";
        ForecastHorizon: {
            days: number;
            chance: number | null;
            expected: number | null;
            low: number | null;
            high: number | null;
            gap: components["schemas"]["ForecastGap"] | null;
        };
        GitHubAppAnswer: {
            /** @enum {string} */
            state: "waiting" | "created" | "connected";
            connection: components["schemas"]["Connection"] | null;
        };
        GitHubAppBegunAnswer: {
            state: string;
            url: string;
            expiresAt: components["schemas"]["Instant"];
        };
        Guardrail: {
            id: string;
            name: string;
            promise: string;
            answers: {
                causes: ("code_defect" | "configuration" | "capacity" | "dependency" | "infrastructure" | "data" | "expiry_time" | "security_access" | "process")[];
                triggers: ("deployment" | "config_push" | "traffic" | "maintenance" | "dependency_change" | "hardware" | "time")[];
                share: components["schemas"]["Span"];
            }[];
            breadth: number;
            speaksFor: components["schemas"]["GuardrailSign"][];
            speaksAgainst: components["schemas"]["GuardrailSign"][];
            steps: string[];
            proof: {
                check: string;
                figure: string;
            };
            effort: {
                size: components["schemas"]["EffortSize"];
                days: components["schemas"]["Span"];
            };
            doesNotCatch: string[];
            sources: components["schemas"]["GuardrailSource"][];
        };
        GuardrailArithmetic: {
            horizonDays: number;
            expectedEpisodes: components["schemas"]["Estimate"] | null;
            kindMatch: number;
            breadth: number;
            signs: number;
            fit: number;
            share: components["schemas"]["Span"];
            history: {
                held: number;
                cameBack: number;
                factor: number;
            };
            avoidedEpisodes: components["schemas"]["Span"] | null;
            costHours: components["schemas"]["Span"] | null;
            effortDays: components["schemas"]["Span"];
            hoursSavedPerDay: components["schemas"]["Span"] | null;
            value: number;
            inWords: string;
        };
        GuardrailChoice: {
            recommendations: components["schemas"]["Recommendation"][];
            tried: components["schemas"]["GuardrailOutcome"][];
            openQuestions: string[];
        };
        GuardrailEvidence: {
            says: string;
            failureIds: string[];
            episodes: number;
            strength: number;
        };
        GuardrailOutcome: {
            guardrailId: string;
            patternId: string | null;
            /** @enum {string} */
            outcome: "held" | "came_back" | "not_distinguishable" | "too_early";
            causes: components["schemas"]["Cause"][];
        };
        GuardrailSign: {
            /** @constant */
            on: "words";
            phrases: string[];
            strength: number;
        } | {
            /** @constant */
            on: "signature";
            names: string[];
            strength: number;
        } | {
            /** @constant */
            on: "paths";
            parts: string[];
            strength: number;
        } | {
            /** @constant */
            on: "kind";
            kind: components["schemas"]["FailureKind"];
            strength: number;
        } | {
            /** @constant */
            on: "ending";
            ending: components["schemas"]["EndingKind"];
            strength: number;
        } | {
            /** @constant */
            on: "season";
            season: components["schemas"]["Season"];
            strength: number;
        } | {
            /** @constant */
            on: "change";
            isLinked: boolean;
            strength: number;
        } | {
            /** @constant */
            on: "several_services";
            strength: number;
        };
        GuardrailSource: {
            title: string;
            /** Format: uri */
            url: string;
        };
        ImpactHours: {
            total: number;
            median: number | null;
            told: number;
            episodes: number;
        };
        ImportedAnswer: {
            connection: components["schemas"]["Connection"];
            received: number;
            stored: number;
        };
        Improvement: {
            id: string;
            patternId: string;
            state: components["schemas"]["ImprovementState"];
            repository: string | null;
            title: string;
            issueNumber: number | null;
            issueUrl: string | null;
            problem: string | null;
            createdAt: components["schemas"]["Instant"];
            updatedAt: components["schemas"]["Instant"];
        };
        /** @enum {string} */
        ImprovementState: "proposed" | "approved" | "opened" | "accepted" | "declined" | "fixed" | "verified" | "recurred";
        ImprovementsAnswer: {
            items: components["schemas"]["Improvement"][];
            next: string | null;
            total: number;
        };
        /** @enum {string} */
        IncidentEnding: "revert" | "rollback" | "fix" | "by_hand" | "itself" | "unknown";
        /**
         * Format: date-time
         * @description ISO 8601 instant, given back in UTC
         */
        Instant: string;
        LibraryAnswer: {
            items: components["schemas"]["LibraryEntry"][];
            next: string | null;
            total: number;
        };
        LibraryEntry: {
            pattern: components["schemas"]["Pattern"];
            recurrence: components["schemas"]["Recurrence"] | null;
            guardrail: components["schemas"]["Guardrail"] | null;
            episodes: components["schemas"]["ReportSource"][];
        };
        LibraryFile: {
            path: string;
            content: string;
        };
        LibraryFilesAnswer: {
            items: components["schemas"]["LibraryFile"][];
        };
        LikelyCause: {
            cause: components["schemas"]["Cause"];
            confidence: number;
            evidence: string[];
        };
        LikelyPattern: {
            id: string;
            name: string;
            episodes: number;
            lastAt: components["schemas"]["Instant"];
            lesson: string;
            confidence: number;
            endedLastTimeBy: {
                kind: components["schemas"]["ChangeKind"];
                title: string;
                url: string | null;
                occurredAt: components["schemas"]["Instant"];
            } | null;
        };
        LikelyTrigger: {
            trigger: components["schemas"]["Trigger"];
            confidence: number;
            evidence: string[];
        };
        LineageEvent: {
            patternId: string;
            relatedPatternId: string;
            /** @enum {string} */
            kind: "split_from" | "merged_into";
            at: components["schemas"]["Instant"];
        };
        /** @enum {string} */
        LinkStatus: "suggested" | "confirmed" | "rejected";
        /** @enum {string} */
        LinkType: "caused_by" | "ended_by" | "shipped_by" | "same_episode";
        ListedDigest: {
            scope: components["schemas"]["DigestScope"];
            period: components["schemas"]["DigestPeriod"];
            episodes: number;
            episodesBefore: number;
            asOf: components["schemas"]["Instant"];
            id: string;
            title: string;
            createdAt: components["schemas"]["Instant"];
        };
        ListedFailure: {
            kind: components["schemas"]["FailureKind"];
            externalId: string;
            title: string;
            text: string;
            services: string[];
            repository: string | null;
            environment: string | null;
            paths: string[];
            sha: string | null;
            occurredAt: components["schemas"]["Instant"];
            resolvedAt: components["schemas"]["Instant"] | null;
            timing: components["schemas"]["FailureTiming"] | null;
            severity: string | null;
            urgency: string | null;
            responders: number | null;
            references: string[];
            url: string | null;
            version: components["schemas"]["Instant"];
            isFailure: boolean;
            confidence: number;
            id: string;
            connectionId: string;
            episodeId: string | null;
            duplicateOf: string | null;
            patternId: string | null;
            assignedOnArrival: boolean;
        };
        ListedReport: {
            id: string;
            patternId: string;
            createdAt: components["schemas"]["Instant"];
            episodes: number;
            asOf: components["schemas"]["Instant"];
        };
        MapRate: {
            observed: number;
            organisation: number;
            estimate: number;
            low: number;
            high: number;
            isAbove: boolean;
        };
        MapService: {
            service: string | null;
            repository: string | null;
            changes: number | null;
            episodes: number;
            hours: components["schemas"]["ImpactHours"];
            episodeIds: string[];
        };
        Measurement: {
            asOf: components["schemas"]["Instant"];
            trends: {
                period: {
                    from: components["schemas"]["Instant"];
                    until: components["schemas"]["Instant"];
                };
                significance: number;
                falseDiscoveryRate: number;
                organisation: components["schemas"]["Trend"];
                services: components["schemas"]["Trend"][];
            } | null;
            controlChart: components["schemas"]["ControlChart"] | null;
            durations: components["schemas"]["DurationSummary"];
            delivery: components["schemas"]["DeliveryMetrics"] | null;
            backtest: components["schemas"]["Backtest"] | null;
        };
        NewSubscription: {
            /** @constant */
            kind: "webhook";
            address: string;
            /**
             * @default {
             *       "kind": "organisation"
             *     }
             */
            scope: components["schemas"]["DigestScope"];
            /** @default null */
            period: ("week" | "month") | null;
            /**
             * @default [
             *       "report_written",
             *       "digest_written",
             *       "pattern_found",
             *       "pattern_rising",
             *       "pattern_returned"
             *     ]
             */
            events: components["schemas"]["EventType"][];
        } | {
            /** @constant */
            kind: "slack";
            address: string;
            /**
             * @default {
             *       "kind": "organisation"
             *     }
             */
            scope: components["schemas"]["DigestScope"];
            /** @default null */
            period: ("week" | "month") | null;
            /**
             * @default [
             *       "digest_written"
             *     ]
             */
            events: ("digest_written" | "pattern_found" | "pattern_rising" | "pattern_returned")[];
        };
        NewToken: {
            name: string;
            /** @default null */
            expiresAt: components["schemas"]["Instant"] | null;
        };
        PathHotspot: {
            repository: string;
            path: string;
            episodes: number;
            hours: components["schemas"]["ImpactHours"];
            episodeIds: string[];
            changes: number;
            expected: number;
            per100Changes: components["schemas"]["MapRate"];
        };
        Pattern: {
            id: string;
            name: string;
            lesson: string;
            scenario?: components["schemas"]["Scenario"];
            terms: string[];
            cause: components["schemas"]["Cause"];
            trigger: components["schemas"]["Trigger"];
            causes?: components["schemas"]["LikelyCause"][];
            triggers?: components["schemas"]["LikelyTrigger"][];
            services: string[];
            repositories: string[];
            confidence: number;
            kinds: {
                incident: number;
                failed_deployment: number;
                reverted_change: number;
            };
            episodes: number;
            firstAt: components["schemas"]["Instant"];
            lastAt: components["schemas"]["Instant"];
        };
        PatternAnswer: {
            id: string;
            name: string;
            lesson: string;
            scenario?: components["schemas"]["Scenario"];
            terms: string[];
            cause: components["schemas"]["Cause"];
            trigger: components["schemas"]["Trigger"];
            causes?: components["schemas"]["LikelyCause"][];
            triggers?: components["schemas"]["LikelyTrigger"][];
            services: string[];
            repositories: string[];
            confidence: number;
            kinds: {
                incident: number;
                failed_deployment: number;
                reverted_change: number;
            };
            episodes: number;
            firstAt: components["schemas"]["Instant"];
            lastAt: components["schemas"]["Instant"];
            lineage: components["schemas"]["LineageEvent"][];
        };
        PatternMeasurement: {
            asOf: components["schemas"]["Instant"];
            recurrence: components["schemas"]["Recurrence"] | null;
            trend: components["schemas"]["Trend"] | null;
            forecast: components["schemas"]["Forecast"] | null;
            cost: components["schemas"]["Cost"];
        };
        PatternReport: {
            pattern: components["schemas"]["Pattern"];
            members: components["schemas"]["ReportMember"][];
            links: components["schemas"]["ReportLink"][];
            coverage: {
                failures: number;
                inPatterns: number;
            };
            asOf: components["schemas"]["Instant"];
            measurement?: components["schemas"]["PatternMeasurement"] | null;
            backtest?: components["schemas"]["Backtest"] | null;
            choice?: components["schemas"]["GuardrailChoice"];
            document?: components["schemas"]["ReportDocument"];
        };
        PatternsAnswer: {
            items: components["schemas"]["Pattern"][];
            next: string | null;
            total: number;
        };
        Problem: {
            type: string;
            title: string;
            status: number;
            detail: string;
            code: components["schemas"]["ErrorCode"];
            retryable: boolean;
        };
        ProblemsAnswer: {
            items: {
                subject: string;
                problem: string;
            }[];
            next: string | null;
            total: number;
        };
        /** @enum {string} */
        Provider: "github" | "pagerduty" | "archive";
        RateComparison: {
            before: components["schemas"]["TrendRate"];
            recent: components["schemas"]["TrendRate"];
            ratio: {
                value: number | null;
                low: number;
                high: number | null;
            };
            p: number | null;
        };
        ReadyAnswer: {
            /** @constant */
            ok: true;
        };
        ReceivedAnswer: {
            received: number;
            stored: number;
        };
        Recommendation: {
            guardrail: components["schemas"]["Guardrail"];
            rank: number;
            confidence: number;
            why: components["schemas"]["GuardrailEvidence"][];
            against: components["schemas"]["GuardrailEvidence"][];
            tried: components["schemas"]["GuardrailOutcome"][];
            arithmetic: components["schemas"]["GuardrailArithmetic"];
        };
        /** @enum {string} */
        Recurrence: "new" | "recurring" | "returned" | "quiet";
        ReplayAnswer: {
            records: number;
            expired: number;
        };
        ReportChange: {
            /** @enum {string} */
            what: "episodes" | "name" | "lesson" | "cause" | "trigger" | "recurrence" | "direction" | "forecast" | "recommendation";
            text: string;
        };
        ReportChangesAnswer: {
            items: components["schemas"]["ReportChange"][];
        };
        ReportChart: {
            /** @constant */
            kind: "bars";
            title: string;
            bars: {
                label: string;
                value: number;
            }[];
            levels: {
                label: string;
                value: number;
                from: number;
                to: number;
            }[];
        } | {
            /** @constant */
            kind: "timeline";
            title: string;
            from: components["schemas"]["Instant"];
            until: components["schemas"]["Instant"];
            marks: {
                at: components["schemas"]["Instant"];
                ref: string;
                label: string;
            }[];
        } | {
            /** @constant */
            kind: "ranges";
            title: string;
            rows: {
                label: string;
                value: number | null;
                low: number | null;
                high: number | null;
            }[];
        };
        ReportDocument: {
            title: string;
            lead: components["schemas"]["Statement"];
            sections: components["schemas"]["ReportSection"][];
            sources: components["schemas"]["ReportSource"][];
        };
        ReportLink: {
            type: components["schemas"]["LinkType"];
            failureId: string;
            targetId: string;
            targetTitle: string;
            targetUrl: string | null;
            targetAt?: components["schemas"]["Instant"];
            score: number;
            evidence: components["schemas"]["Evidence"][];
        };
        ReportMember: {
            failureId: string;
            episodeId: string;
            kind: components["schemas"]["FailureKind"];
            title: string;
            excerpt: string;
            services: string[];
            repository: string | null;
            occurredAt: components["schemas"]["Instant"];
            resolvedAt: components["schemas"]["Instant"] | null;
            url: string | null;
            confidence: number;
            evidence: components["schemas"]["Evidence"][];
            answer?: {
                verdict: components["schemas"]["ChangeVerdict"];
                confidence: number;
                isDecided: boolean;
                endedBy: components["schemas"]["IncidentEnding"];
            };
        };
        ReportSection: {
            id: string;
            title: string;
            statements: components["schemas"]["Statement"][];
            table: components["schemas"]["ReportTable"] | null;
            chart: components["schemas"]["ReportChart"] | null;
        };
        ReportSource: {
            ref: string;
            /** @enum {string} */
            kind: "episode" | "change" | "pattern" | "improvement" | "reading";
            id: string;
            at: components["schemas"]["Instant"] | null;
            title: string;
            url: string | null;
            excerpt?: string;
        };
        ReportTable: {
            columns: string[];
            rows: string[][];
        };
        ReportsAnswer: {
            items: components["schemas"]["ListedReport"][];
            next: string | null;
            total: number;
        };
        Scenario: {
            condition: string | null;
            allowed: string | null;
            signal: string | null;
            ended: string | null;
        };
        SearchAnswer: {
            asked: {
                /** @enum {string} */
                kind: "text" | "failure" | "change";
                id: string | null;
                title: string | null;
            };
            verdict: {
                seenBefore: boolean;
                confidence: number;
            };
            pattern: components["schemas"]["LikelyPattern"] | null;
            matches: components["schemas"]["SearchMatch"][];
            searched: number;
            failures: number;
            complete: boolean;
        };
        SearchMatch: {
            failure: {
                id: string;
                kind: components["schemas"]["FailureKind"];
                title: string;
                occurredAt: components["schemas"]["Instant"];
                resolvedAt: components["schemas"]["Instant"] | null;
                url: string | null;
                services: string[];
                repository: string | null;
                environment: string | null;
            };
            score: number;
            pattern: {
                id: string;
                name: string;
            } | null;
            endedBy: components["schemas"]["FailureEnding"] | null;
            evidence: components["schemas"]["Evidence"][];
        };
        SearchQuestion: {
            text?: string;
            failureId?: string;
            url?: string;
            /** @default 10 */
            limit: number;
            service?: string;
            environment?: string;
        };
        /** @enum {string} */
        Season: "month_end" | "year_turn" | "weekend" | "same_hour";
        SessionAnswer: {
            /** @constant */
            signedIn: true;
        };
        SignInLinkAnswer: {
            url: string;
        };
        Span: {
            low: number;
            high: number;
        };
        Statement: {
            text: string;
            refs: string[];
            method: string | null;
        };
        StatusAnswer: {
            failures: number;
            changes: number;
            patterns: number;
            unassigned: {
                failures: number;
                of: number;
            };
            pending: number;
            queues: {
                [key: string]: {
                    waiting: number;
                    active: number;
                    delayed: number;
                    failed: number;
                    completed: number;
                };
            };
            busy: boolean;
        };
        StoredDigest: {
            id: string;
            createdAt: components["schemas"]["Instant"];
            digest: components["schemas"]["Digest"];
        };
        StoredReport: {
            id: string;
            patternId: string;
            createdAt: components["schemas"]["Instant"];
            report: components["schemas"]["PatternReport"];
        };
        StreamProgress: {
            stream: string;
            /** @enum {string} */
            state: "waiting" | "running" | "done" | "failed";
            records: number;
            expected: number | null;
            problem: string | null;
        };
        SubscribedAnswer: {
            subscription: components["schemas"]["Subscription"];
            secret: string | null;
        };
        Subscription: {
            id: string;
            /** @enum {string} */
            kind: "webhook" | "slack";
            address: string;
            events: components["schemas"]["EventType"][];
            scope: components["schemas"]["DigestScope"];
            period: ("week" | "month") | null;
            /** @enum {string} */
            state: "on" | "off";
            reason: string | null;
            lastDeliveredAt: components["schemas"]["Instant"] | null;
            lastProblem: string | null;
            lastProblemAt: components["schemas"]["Instant"] | null;
            owed: number;
            givenUp: number;
            createdAt: components["schemas"]["Instant"];
        };
        SubscriptionTestAnswer: {
            delivered: boolean;
            problem: string | null;
            subscription: components["schemas"]["Subscription"];
        };
        SubscriptionsAnswer: {
            items: components["schemas"]["Subscription"][];
            next: string | null;
            total: number;
        };
        TokenAnswer: {
            id: string;
            token: string;
        };
        TokensAnswer: {
            items: components["schemas"]["ApiToken"][];
            next: string | null;
            total: number;
        };
        Trend: {
            scope: components["schemas"]["TrendScope"];
            id: string;
            observedFrom: components["schemas"]["Instant"];
            until: components["schemas"]["Instant"];
            recentFrom: components["schemas"]["Instant"] | null;
            weeks: components["schemas"]["TrendWeek"][];
            perWeek: components["schemas"]["TrendMeasure"];
            per100Changes: components["schemas"]["TrendMeasure"] | null;
            changePoints: components["schemas"]["ChangePoint"][];
            dispersion: number;
        };
        /** @enum {string} */
        TrendDirection: "rising" | "falling" | "steady" | "no_clear_change" | "too_few";
        TrendMeasure: {
            overall: components["schemas"]["TrendRate"];
            comparison: components["schemas"]["RateComparison"] | null;
            test: components["schemas"]["TrendTest"] | null;
            direction: components["schemas"]["TrendDirection"];
        };
        TrendRate: {
            episodes: number;
            exposure: number;
            value: number;
            low: number;
            high: number;
        };
        /** @enum {string} */
        TrendScope: "pattern" | "service" | "organisation";
        TrendTest: {
            p: number;
            q: number;
        };
        TrendWeek: {
            week: string;
            days: number;
            episodes: number;
            changes: number | null;
        };
        /** @enum {string} */
        Trigger: "deployment" | "config_push" | "traffic" | "maintenance" | "dependency_change" | "hardware" | "time" | "unknown";
        TriggerCell: {
            service: string | null;
            repository: string | null;
            episodes: number;
            hours: components["schemas"]["ImpactHours"];
            episodeIds: string[];
            per100Changes: components["schemas"]["MapRate"] | null;
            per30Days: components["schemas"]["MapRate"] | null;
            per100Episodes: components["schemas"]["MapRate"] | null;
            standsOut: boolean;
            trigger: components["schemas"]["Trigger"];
        };
        UnreadableAnswer: {
            items: {
                id: string;
                type: string;
                deliveryKey: string;
                problem: string;
                receivedAt: components["schemas"]["Instant"];
            }[];
            next: string | null;
            total: number;
        };
        WebhookAnswer: {
            url: string;
            secret: string | null;
        };
        WebhookState: {
            /** @enum {string} */
            state: "none" | "silent" | "active" | "disabled" | "refused";
            problem: string | null;
            checkedAt: components["schemas"]["Instant"] | null;
            deliveredAt: components["schemas"]["Instant"] | null;
            isSecretDue?: boolean;
        };
        WordingAnswer: {
            findings: components["schemas"]["WordingFinding"][];
            reworded: string;
        };
        WordingEdit: {
            start: number;
            end: number;
            text: string;
        };
        WordingFinding: {
            start: number;
            end: number;
            words: string;
            kind: components["schemas"]["WordingKind"];
            reason: string;
            suggestion: string;
            edit: components["schemas"]["WordingEdit"] | null;
        };
        /** @enum {string} */
        WordingKind: "counterfactual" | "omission" | "hindsight" | "minimising" | "judgement" | "person_as_cause" | "blame" | "named_person";
        WordingQuestion: {
            text: string;
        };
    };
    responses: {
        /** @description `invalid_input`: something that was sent cannot be read. */
        InvalidInput: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `unauthenticated`: no token and no session, or none that is known. */
        Unauthenticated: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `unavailable`: PostgreSQL or Redis is away. `misconfigured`: a setting cannot work. `internal`: something went wrong in Refrain; its log says what. */
        UnavailableOrMisconfiguredOrInternal: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `not_found`: there is no such thing. */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `forbidden`: a browser wrote from another page than Refrain’s own. */
        Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `conflict`: what is wanted contradicts what is stored. */
        Conflict: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `too_large`: the body is larger than this route takes. */
        TooLarge: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `key_reused`: the `Idempotency-Key` belongs to another request. */
        KeyReused: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `precondition_failed`: it was changed since it was read. */
        PreconditionFailed: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `credential_rejected`: the provider refuses the credential. `permission_missing`: the credential lacks a permission. */
        CredentialRejectedOrPermissionMissing: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `rate_limited`: too many requests, here or at the provider. */
        RateLimited: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `provider_failed`: the provider failed. `provider_unexpected`: the provider answered something unexpected. `provider_unreachable`: the provider does not answer. */
        ProviderFailedOrProviderUnexpectedOrProviderUnreachable: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `credential_rejected`: the provider refuses the credential. `key_reused`: the `Idempotency-Key` belongs to another request. `permission_missing`: the credential lacks a permission. */
        CredentialRejectedOrKeyReusedOrPermissionMissing: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listFailures: {
        parameters: {
            query?: {
                /** @description Most items of a page. */
                limit?: number;
                /** @description `next` of the page before, of the same query. */
                after?: string;
                /** @description Words that must all stand in it, whatever the case of letters; parts of words too. */
                query?: string;
                /** @description Of this kind. */
                kind?: components["schemas"]["FailureKind"];
                /** @description Of the service of this name, as its provider has it. */
                service?: string;
                /** @description Of this repository, as `owner/name`. */
                repository?: string;
                /** @description In this environment. */
                environment?: string;
                /** @description Id of the connection that they came by. */
                connectionId?: string;
                /** @description Id of the pattern that they are in. */
                patternId?: string;
                /** @description `true`: in no pattern, of those that count as failures; `false`: in one. */
                unassigned?: boolean;
                /** @description Whether it is in its pattern by likeness alone, until the next regrouping. */
                assignedOnArrival?: boolean;
                /** @description That began then or later. */
                since?: components["schemas"]["Instant"];
                /** @description That began before. */
                until?: components["schemas"]["Instant"];
                /** @description By the instant at which they began. */
                order?: "asc" | "desc";
            };
            header?: {
                /** @description The `ETag` of an answer that is kept. */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    /** @description Of these bytes. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FailuresAnswer"];
                };
            };
            /** @description It is still as `If-None-Match` has it. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    findFailure: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of an answer that is kept. */
                "If-None-Match"?: string;
            };
            path: {
                /** @description As a list or another answer tells it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    /** @description Of these bytes. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FailureAnswer"];
                };
            };
            /** @description It is still as `If-None-Match` has it. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    listPatterns: {
        parameters: {
            query?: {
                /** @description Most items of a page. */
                limit?: number;
                /** @description `next` of the page before, of the same query. */
                after?: string;
                /** @description Words that must all stand in it, whatever the case of letters; parts of words too. */
                query?: string;
                /** @description With a failure of this kind. */
                kind?: components["schemas"]["FailureKind"];
                /** @description Of this cause. */
                cause?: components["schemas"]["Cause"];
                /** @description Of this trigger. */
                trigger?: components["schemas"]["Trigger"];
                /** @description Of the service of this name, as its provider has it. */
                service?: string;
                /** @description Of this repository, as `owner/name`. */
                repository?: string;
                /** @description With so many episodes or more. */
                minEpisodes?: number;
                /** @description Whose last episode began then or later. */
                since?: components["schemas"]["Instant"];
                /** @description What orders them. */
                sort?: "episodes" | "lastAt" | "firstAt" | "name";
                /** @description `asc` for a sort by name, else `desc`, unless given. */
                order?: "asc" | "desc";
            };
            header?: {
                /** @description The `ETag` of an answer that is kept. */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    /** @description Of these bytes. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatternsAnswer"];
                };
            };
            /** @description It is still as `If-None-Match` has it. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    findPattern: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of an answer that is kept. */
                "If-None-Match"?: string;
            };
            path: {
                /** @description As a list or another answer tells it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    /** @description Of these bytes. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatternAnswer"];
                };
            };
            /** @description It is still as `If-None-Match` has it. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    findFailureMap: {
        parameters: {
            query?: {
                /** @description From this instant on: a year before `until`, unless given. */
                since?: components["schemas"]["Instant"];
                /** @description Before this instant: as far as is known, unless given. */
                until?: components["schemas"]["Instant"];
                /** @description In this environment. */
                environment?: string;
                /** @description Episodes with a failure of this kind. */
                kind?: components["schemas"]["FailureKind"];
            };
            header?: {
                /** @description The `ETag` of an answer that is kept. */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    /** @description Of these bytes. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FailureMap"];
                };
            };
            /** @description It is still as `If-None-Match` has it. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    findMeasurement: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of an answer that is kept. */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    /** @description Of these bytes. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Measurement"];
                };
            };
            /** @description It is still as `If-None-Match` has it. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    findPatternMeasurement: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of an answer that is kept. */
                "If-None-Match"?: string;
            };
            path: {
                /** @description As a list or another answer tells it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    /** @description Of these bytes. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatternMeasurement"];
                };
            };
            /** @description It is still as `If-None-Match` has it. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    findPatternReport: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of an answer that is kept. */
                "If-None-Match"?: string;
            };
            path: {
                /** @description As a list or another answer tells it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    /** @description Of these bytes. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StoredReport"];
                    "text/markdown": string;
                    "text/html": string;
                };
            };
            /** @description It is still as `If-None-Match` has it. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    listPatternReports: {
        parameters: {
            query?: {
                /** @description Most items of a page. */
                limit?: number;
                /** @description `next` of the page before, of the same query. */
                after?: string;
            };
            header?: {
                /** @description The `ETag` of an answer that is kept. */
                "If-None-Match"?: string;
            };
            path: {
                /** @description As a list or another answer tells it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    /** @description Of these bytes. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportsAnswer"];
                };
            };
            /** @description It is still as `If-None-Match` has it. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    findReport: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of an answer that is kept. */
                "If-None-Match"?: string;
            };
            path: {
                /** @description As a list or another answer tells it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    /** @description Of these bytes. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StoredReport"];
                    "text/markdown": string;
                    "text/html": string;
                };
            };
            /** @description It is still as `If-None-Match` has it. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    listReportChanges: {
        parameters: {
            query: {
                /** @description Id of the earlier snapshot. */
                since: string;
            };
            header?: {
                /** @description The `ETag` of an answer that is kept. */
                "If-None-Match"?: string;
            };
            path: {
                /** @description As a list or another answer tells it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    /** @description Of these bytes. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportChangesAnswer"];
                };
            };
            /** @description It is still as `If-None-Match` has it. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    listDigests: {
        parameters: {
            query?: {
                /** @description Most items of a page. */
                limit?: number;
                /** @description `next` of the page before, of the same query. */
                after?: string;
                /** @description Of the organisation, or of one of these. */
                scope?: "organisation" | "service" | "team";
                /** @description Of the service or the team of this name. */
                name?: string;
                /** @description Of a week, or of a month. */
                period?: "week" | "month";
            };
            header?: {
                /** @description The `ETag` of an answer that is kept. */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    /** @description Of these bytes. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DigestsAnswer"];
                };
            };
            /** @description It is still as `If-None-Match` has it. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    askForDigest: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made up for this request, as a UUID: sent again with it, the request is not done again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @default {
                     *       "kind": "organisation"
                     *     }
                     */
                    scope?: components["schemas"]["DigestScope"];
                    /** @enum {string} */
                    period: "week" | "month";
                    at: components["schemas"]["Instant"];
                };
            };
        };
        responses: {
            /** @description It is under way. */
            202: {
                headers: {
                    /** @description Whether it was answered before. */
                    "Idempotency-Replayed"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        period: components["schemas"]["DigestPeriod"];
                    };
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["KeyReused"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    findDigest: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of an answer that is kept. */
                "If-None-Match"?: string;
            };
            path: {
                /** @description As a list or another answer tells it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    /** @description Of these bytes. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StoredDigest"];
                    "text/markdown": string;
                    "text/html": string;
                };
            };
            /** @description It is still as `If-None-Match` has it. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    listScenarios: {
        parameters: {
            query?: {
                /** @description Most items of a page. */
                limit?: number;
                /** @description `next` of the page before, of the same query. */
                after?: string;
                /** @description Words that must all stand in it, whatever the case of letters; parts of words too. */
                query?: string;
                /** @description Of this cause. */
                cause?: components["schemas"]["Cause"];
                /** @description Of the service of this name, as its provider has it. */
                service?: string;
            };
            header?: {
                /** @description The `ETag` of an answer that is kept. */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    /** @description Of these bytes. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LibraryAnswer"];
                };
            };
            /** @description It is still as `If-None-Match` has it. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    exportLibrary: {
        parameters: {
            query?: {
                /** @description Words that must all stand in it, whatever the case of letters; parts of words too. */
                query?: string;
                /** @description Of this cause. */
                cause?: components["schemas"]["Cause"];
                /** @description Of the service of this name, as its provider has it. */
                service?: string;
            };
            header?: {
                /** @description The `ETag` of an answer that is kept. */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    /** @description Of these bytes. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LibraryFilesAnswer"];
                };
            };
            /** @description It is still as `If-None-Match` has it. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    listImprovements: {
        parameters: {
            query?: {
                /** @description Most items of a page. */
                limit?: number;
                /** @description `next` of the page before, of the same query. */
                after?: string;
                /** @description In this state. */
                state?: components["schemas"]["ImprovementState"];
                /** @description Id of a pattern, which has one at most. */
                patternId?: string;
                /** @description Of this repository, as `owner/name`. */
                repository?: string;
                /** @description By the instant at which they were proposed. */
                order?: "asc" | "desc";
            };
            header?: {
                /** @description The `ETag` of an answer that is kept. */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    /** @description Of these bytes. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImprovementsAnswer"];
                };
            };
            /** @description It is still as `If-None-Match` has it. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    findImprovement: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of an answer that is kept. */
                "If-None-Match"?: string;
            };
            path: {
                /** @description As a list or another answer tells it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    /** @description Of these bytes. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Improvement"];
                };
            };
            /** @description It is still as `If-None-Match` has it. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    approveImprovement: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of what the decision is made on. */
                "If-Match"?: string;
                /** @description Made up for this request, as a UUID: sent again with it, the request is not done again. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description As a list or another answer tells it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    repository?: string;
                    title?: string;
                };
            };
        };
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    /** @description Of these bytes. */
                    ETag: string;
                    /** @description Whether it was answered before. */
                    "Idempotency-Replayed"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Improvement"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["KeyReused"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    listCorrections: {
        parameters: {
            query?: {
                /** @description Most items of a page. */
                limit?: number;
                /** @description `next` of the page before, of the same query. */
                after?: string;
            };
            header?: {
                /** @description The `ETag` of an answer that is kept. */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    /** @description Of these bytes. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CorrectionsAnswer"];
                };
            };
            /** @description It is still as `If-None-Match` has it. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    addCorrection: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made up for this request, as a UUID: sent again with it, the request is not done again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CorrectionDecision"];
            };
        };
        responses: {
            /** @description It is made. */
            201: {
                headers: {
                    /** @description Whether it was answered before. */
                    "Idempotency-Replayed"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Correction"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["KeyReused"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    removeCorrection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description As a list or another answer tells it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    search: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SearchQuestion"];
            };
        };
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SearchAnswer"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["TooLarge"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    checkWording: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WordingQuestion"];
            };
        };
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WordingAnswer"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["TooLarge"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    listCatalogue: {
        parameters: {
            query?: {
                /** @description Most items of a page. */
                limit?: number;
                /** @description `next` of the page before, of the same query. */
                after?: string;
                /** @description Of this status. */
                status?: "suggested" | "confirmed" | "rejected";
                /** @description Of the service of this name, as its provider has it. */
                service?: string;
                /** @description Of this repository, as `owner/name`. */
                repository?: string;
            };
            header?: {
                /** @description The `ETag` of an answer that is kept. */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    /** @description Of these bytes. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CatalogueAnswer"];
                };
            };
            /** @description It is still as `If-None-Match` has it. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    addCatalogueEntry: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made up for this request, as a UUID: sent again with it, the request is not done again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CataloguePair"];
            };
        };
        responses: {
            /** @description It is made. */
            201: {
                headers: {
                    /** @description Whether it was answered before. */
                    "Idempotency-Replayed"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CatalogueEntry"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["KeyReused"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    suggestCatalogue: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made up for this request, as a UUID: sent again with it, the request is not done again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is under way. */
            202: {
                headers: {
                    /** @description Whether it was answered before. */
                    "Idempotency-Replayed"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CatalogueAskedAnswer"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["KeyReused"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    importCatalogueFile: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made up for this request, as a UUID: sent again with it, the request is not done again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    path: string;
                    text: string;
                    /** @default null */
                    repository?: string | null;
                    /** @default false */
                    confirm?: boolean;
                };
            };
        };
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    /** @description Whether it was answered before. */
                    "Idempotency-Replayed"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CatalogueImportedAnswer"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["KeyReused"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    confirmCatalogueEntry: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of what the decision is made on. */
                "If-Match"?: string;
                /** @description Made up for this request, as a UUID: sent again with it, the request is not done again. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description As a list or another answer tells it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    /** @description Of these bytes. */
                    ETag: string;
                    /** @description Whether it was answered before. */
                    "Idempotency-Replayed"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CatalogueEntry"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            422: components["responses"]["KeyReused"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    rejectCatalogueEntry: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of what the decision is made on. */
                "If-Match"?: string;
                /** @description Made up for this request, as a UUID: sent again with it, the request is not done again. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description As a list or another answer tells it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    /** @description Of these bytes. */
                    ETag: string;
                    /** @description Whether it was answered before. */
                    "Idempotency-Replayed"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CatalogueEntry"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            422: components["responses"]["KeyReused"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    findCatalogueEntry: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of an answer that is kept. */
                "If-None-Match"?: string;
            };
            path: {
                /** @description As a list or another answer tells it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    /** @description Of these bytes. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CatalogueEntry"];
                };
            };
            /** @description It is still as `If-None-Match` has it. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    removeCatalogueEntry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description As a list or another answer tells it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    listConnections: {
        parameters: {
            query?: {
                /** @description Most items of a page. */
                limit?: number;
                /** @description `next` of the page before, of the same query. */
                after?: string;
            };
            header?: {
                /** @description The `ETag` of an answer that is kept. */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    /** @description Of these bytes. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConnectionsAnswer"];
                };
            };
            /** @description It is still as `If-None-Match` has it. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    connect: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    provider: components["schemas"]["Provider"];
                    account?: string;
                    /** Format: uri */
                    baseUrl?: string;
                    /** @enum {string} */
                    region?: "us" | "eu";
                    credential?: string;
                    webhookSecret?: string;
                    scope?: {
                        repositories?: string[];
                        services?: string[];
                        environments?: string[];
                        workflows?: string[];
                        incidentLabels?: string[];
                        postmortemFolders?: string[];
                    };
                };
            };
        };
        responses: {
            /** @description It is made. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConnectedAnswer"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["CredentialRejectedOrPermissionMissing"];
            429: components["responses"]["RateLimited"];
            502: components["responses"]["ProviderFailedOrProviderUnexpectedOrProviderUnreachable"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    checkConnection: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    provider: components["schemas"]["Provider"];
                    account?: string;
                    /** Format: uri */
                    baseUrl?: string;
                    /** @enum {string} */
                    region?: "us" | "eu";
                    credential?: string;
                    webhookSecret?: string;
                    scope?: {
                        repositories?: string[];
                        services?: string[];
                        environments?: string[];
                        workflows?: string[];
                        incidentLabels?: string[];
                        postmortemFolders?: string[];
                    };
                };
            };
        };
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckedAnswer"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["CredentialRejectedOrPermissionMissing"];
            429: components["responses"]["RateLimited"];
            502: components["responses"]["ProviderFailedOrProviderUnexpectedOrProviderUnreachable"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    findHealth: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of an answer that is kept. */
                "If-None-Match"?: string;
            };
            path: {
                /** @description As a list or another answer tells it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    /** @description Of these bytes. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConnectionHealth"];
                };
            };
            /** @description It is still as `If-None-Match` has it. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["CredentialRejectedOrPermissionMissing"];
            429: components["responses"]["RateLimited"];
            502: components["responses"]["ProviderFailedOrProviderUnexpectedOrProviderUnreachable"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    listProblems: {
        parameters: {
            query?: {
                /** @description Most items of a page. */
                limit?: number;
                /** @description `next` of the page before, of the same query. */
                after?: string;
            };
            header?: {
                /** @description The `ETag` of an answer that is kept. */
                "If-None-Match"?: string;
            };
            path: {
                /** @description As a list or another answer tells it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    /** @description Of these bytes. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemsAnswer"];
                };
            };
            /** @description It is still as `If-None-Match` has it. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    findWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of an answer that is kept. */
                "If-None-Match"?: string;
            };
            path: {
                /** @description As a list or another answer tells it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    /** @description Of these bytes. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookAnswer"];
                };
            };
            /** @description It is still as `If-None-Match` has it. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    renewWebhookSecret: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description As a list or another answer tells it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is made. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookAnswer"];
                };
            };
            /** @description It is under way. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookAnswer"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    startBackfill: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made up for this request, as a UUID: sent again with it, the request is not done again. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description As a list or another answer tells it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @default null */
                    since?: components["schemas"]["Instant"] | null;
                };
            };
        };
        responses: {
            /** @description It is under way. */
            202: {
                headers: {
                    /** @description Whether it was answered before. */
                    "Idempotency-Replayed"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BackfillProgress"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["CredentialRejectedOrKeyReusedOrPermissionMissing"];
            429: components["responses"]["RateLimited"];
            502: components["responses"]["ProviderFailedOrProviderUnexpectedOrProviderUnreachable"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    findProgress: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of an answer that is kept. */
                "If-None-Match"?: string;
            };
            path: {
                /** @description As a list or another answer tells it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    /** @description Of these bytes. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BackfillProgress"];
                };
            };
            /** @description It is still as `If-None-Match` has it. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    followProgress: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description As a list or another answer tells it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    findCompleteness: {
        parameters: {
            query?: {
                /** @description From the day of this instant on. */
                since?: components["schemas"]["Instant"];
                /** @description To the day of this instant. */
                until?: components["schemas"]["Instant"];
            };
            header?: {
                /** @description The `ETag` of an answer that is kept. */
                "If-None-Match"?: string;
            };
            path: {
                /** @description As a list or another answer tells it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    /** @description Of these bytes. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CompletenessAnswer"];
                };
            };
            /** @description It is still as `If-None-Match` has it. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    compareNow: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made up for this request, as a UUID: sent again with it, the request is not done again. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description As a list or another answer tells it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is under way. */
            202: {
                headers: {
                    /** @description Whether it was answered before. */
                    "Idempotency-Replayed"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComparingAnswer"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["KeyReused"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    importIntoArchive: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Name of the archive. */
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-ndjson": string;
            };
        };
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportedAnswer"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["TooLarge"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    findConnection: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of an answer that is kept. */
                "If-None-Match"?: string;
            };
            path: {
                /** @description As a list or another answer tells it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    /** @description Of these bytes. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Connection"];
                };
            };
            /** @description It is still as `If-None-Match` has it. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    removeConnection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description As a list or another answer tells it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    listUnreadable: {
        parameters: {
            query?: {
                /** @description Most items of a page. */
                limit?: number;
                /** @description `next` of the page before, of the same query. */
                after?: string;
            };
            header?: {
                /** @description The `ETag` of an answer that is kept. */
                "If-None-Match"?: string;
            };
            path: {
                /** @description As a list or another answer tells it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    /** @description Of these bytes. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnreadableAnswer"];
                };
            };
            /** @description It is still as `If-None-Match` has it. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    replay: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made up for this request, as a UUID: sent again with it, the request is not done again. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description As a list or another answer tells it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is under way. */
            202: {
                headers: {
                    /** @description Whether it was answered before. */
                    "Idempotency-Replayed"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplayAnswer"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["KeyReused"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    importRecords: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description As a list or another answer tells it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-ndjson": string;
            };
        };
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceivedAnswer"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    beginGitHubApp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    account: string;
                    /** @default false */
                    personal?: boolean;
                    /** Format: uri */
                    baseUrl?: string;
                    scope?: {
                        repositories?: string[];
                        services?: string[];
                        environments?: string[];
                        workflows?: string[];
                        incidentLabels?: string[];
                        postmortemFolders?: string[];
                    } | null;
                };
            };
        };
        responses: {
            /** @description It is made. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GitHubAppBegunAnswer"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["TooLarge"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    findGitHubApp: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of an answer that is kept. */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The `state` of it, as another answer tells it. */
                state: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    /** @description Of these bytes. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GitHubAppAnswer"];
                };
            };
            /** @description It is still as `If-None-Match` has it. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    followEvents: {
        parameters: {
            query?: {
                /** @description Only events of these types, with commas between them: report_written, digest_written, pattern_found, pattern_rising, pattern_returned */
                type?: string;
                /** @description As `Last-Event-ID`, which goes first; `0` begins with the oldest. */
                after?: string;
                /** @description Ends after so many events. */
                limit?: number;
            };
            header?: {
                /** @description The `id` of the last event that was seen: browsers send it themselves. */
                "Last-Event-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    listSubscriptions: {
        parameters: {
            query?: {
                /** @description Most items of a page. */
                limit?: number;
                /** @description `next` of the page before, of the same query. */
                after?: string;
            };
            header?: {
                /** @description The `ETag` of an answer that is kept. */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    /** @description Of these bytes. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubscriptionsAnswer"];
                };
            };
            /** @description It is still as `If-None-Match` has it. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    subscribe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewSubscription"];
            };
        };
        responses: {
            /** @description It is made. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubscribedAnswer"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["TooLarge"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    testSubscription: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description As a list or another answer tells it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubscriptionTestAnswer"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    unsubscribe: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description As a list or another answer tells it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    findSession: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of an answer that is kept. */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    /** @description Of these bytes. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionAnswer"];
                };
            };
            /** @description It is still as `If-None-Match` has it. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    signOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    createSignInLink: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is made. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInLinkAnswer"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    listTokens: {
        parameters: {
            query?: {
                /** @description Most items of a page. */
                limit?: number;
                /** @description `next` of the page before, of the same query. */
                after?: string;
            };
            header?: {
                /** @description The `ETag` of an answer that is kept. */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    /** @description Of these bytes. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokensAnswer"];
                };
            };
            /** @description It is still as `If-None-Match` has it. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    createToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewToken"];
            };
        };
        responses: {
            /** @description It is made. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenAnswer"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["TooLarge"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    revokeToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description As a list or another answer tells it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    findStatus: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of an answer that is kept. */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    /** @description Of these bytes. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StatusAnswer"];
                };
            };
            /** @description It is still as `If-None-Match` has it. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    findLiveness: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of an answer that is kept. */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    /** @description Of these bytes. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadyAnswer"];
                };
            };
            /** @description It is still as `If-None-Match` has it. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    findReadiness: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of an answer that is kept. */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    /** @description Of these bytes. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadyAnswer"];
                };
            };
            /** @description It is still as `If-None-Match` has it. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    findDocument: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of an answer that is kept. */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    /** @description Of these bytes. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description It is still as `If-None-Match` has it. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
}
