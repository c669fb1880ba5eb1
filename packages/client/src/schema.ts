/** Generated from the OpenAPI document: npx vitest run -u --project stored test/contract */

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
         * @description Newest first unless `order` is `asc`. Duplicates are left out. `text` is cut after 2,000 characters; `GET /v1/failures/{id}` returns all of it.
         *
         *     Needs: **viewer**.
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
         * Get a failure with its pattern and its links, and the evidence for both
         * @description Get a failure with its pattern and its links, and the evidence for both.
         *
         *     Needs: **viewer**.
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
         * @description Ordered by harm unless `sort` and `order` are given: impact hours, severity and recency of incidents, then failed deployments, then reverts. Dismissed patterns are left out unless `judgement` includes them.
         *
         *     Needs: **viewer**.
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
    "/v1/patterns/facets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count the patterns for each value of each filter
         * @description Each facet is counted with all filters except its own. Counts may be a few seconds old.
         *
         *     Needs: **viewer**.
         */
        get: operations["countPatternFacets"];
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
         * Get a pattern with its lineage
         * @description Get a pattern with its lineage.
         *
         *     Needs: **viewer**.
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
         * Get the failure map: services by cause and by trigger, and folders that fail more often than others
         * @description Counts episodes and the numbers that they are compared with. `standsOut` marks cells that neither the number of changes nor chance explains, with a correction for the number of cells. A map is built once for each measurement, and that of a team at most once a minute.
         *
         *     Needs: **viewer**.
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
         * Get the measurements of the organisation: trends, control chart, length of episodes, delivery metrics, backtest of the forecasts
         * @description Get the measurements of the organisation: trends, control chart, length of episodes, delivery metrics, backtest of the forecasts.
         *
         *     Needs: **viewer**.
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
         * Get the recurrence, trend and forecast of a pattern
         * @description Get the recurrence, trend and forecast of a pattern.
         *
         *     Needs: **viewer**.
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
    "/v1/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get an overview of the organisation: whether it is getting better
         * @description Before the first measurement, unknown values are null or empty.
         *
         *     Needs: **viewer**.
         */
        get: operations["findOverview"];
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
         * Get the newest report of a pattern as JSON, plain text, Markdown or a self-contained HTML page
         * @description Get the newest report of a pattern as JSON, plain text, Markdown or a self-contained HTML page.
         *
         *     Needs: **viewer**.
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
         *
         *     Needs: **viewer**.
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
         * Get a snapshot of a pattern, which never changes
         * @description Get a snapshot of a pattern, which never changes.
         *
         *     Needs: **viewer**.
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
         * List what changed since an earlier snapshot of the same pattern
         * @description List what changed since an earlier snapshot of the same pattern.
         *
         *     Needs: **viewer**.
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
         *
         *     Needs: **viewer**.
         */
        get: operations["listDigests"];
        put?: never;
        /**
         * Write a digest of any week or month
         * @description Digests of the last week and month are written automatically once all requested history is imported, and again if records arrive late. The requested digest appears in the list once it is written. Case does not matter in the name of a service or team; an unknown name is refused.
         *
         *     Needs: **triager**.
         */
        post: operations["requestDigest"];
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
         * Get a digest, which never changes, as JSON, plain text, Markdown or a self-contained HTML page
         * @description Get a digest, which never changes, as JSON, plain text, Markdown or a self-contained HTML page.
         *
         *     Needs: **viewer**.
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
         * Search the failure library, most frequent first
         * @description Search the failure library, most frequent first.
         *
         *     Needs: **viewer**.
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
         * Export the failure library as Markdown files for a repository
         * @description Export the failure library as Markdown files for a repository.
         *
         *     Needs: **viewer**.
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
         * @description Newest first unless `order` is `asc`.
         *
         *     Needs: **viewer**.
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
         *
         *     Needs: **viewer**.
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
    "/v1/improvements/{id}/issue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Preview the issue of an improvement
         * @description Preview the issue of an improvement.
         *
         *     Needs: **viewer**.
         */
        get: operations["previewIssue"];
        put?: never;
        /**
         * Preview the issue of an improvement with changes
         * @description Takes the same body as an approval. Nothing is stored.
         *
         *     Needs: **viewer**.
         */
        post: operations["previewEditedIssue"];
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
         * Approve an improvement, which opens its issue
         * @description Fields of the body replace those of the proposal. The issue of a declined improvement is reopened; an issue that is open stays as it is.
         *
         *     Needs: **triager**.
         */
        post: operations["approveImprovement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/improvements/{id}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decline an improvement
         * @description An open issue is closed as not planned. The improvement is proposed again only if the failure becomes clearly more frequent.
         *
         *     Needs: **triager**.
         */
        post: operations["declineImprovement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/improvements/{id}/snooze": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Snooze an improvement
         * @description The policy does not approve it before this instant. An instant in the past ends the snooze.
         *
         *     Needs: **triager**.
         */
        post: operations["snoozeImprovement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/guardrails": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the guardrails that an improvement may propose
         * @description Includes all guardrails, whatever the failure. The report of a pattern names those that are recommended for it.
         *
         *     Needs: **viewer**.
         */
        get: operations["listGuardrails"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/policy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the policy by which issues are proposed and opened
         * @description Get the policy by which issues are proposed and opened.
         *
         *     Needs: **viewer**.
         */
        get: operations["findPolicy"];
        /**
         * Replace the policy by which issues are proposed and opened
         * @description Fields that are left out get their default. The policy applies to each pattern from its next report on, within a week at the latest. Approved improvements stay approved.
         *
         *     Needs: **admin**.
         */
        put: operations["decidePolicy"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/writes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List writes at GitHub and PagerDuty, newest first
         * @description List writes at GitHub and PagerDuty, newest first.
         *
         *     Needs: **viewer**.
         */
        get: operations["listWrites"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/writes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a write with everything that was sent
         * @description Get a write with everything that was sent.
         *
         *     Needs: **viewer**.
         */
        get: operations["findWrite"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/writes/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Undo a write
         * @description Closes an issue as not planned, deletes a comment, or reverts an edit unless somebody has edited since. This happens in the background: afterwards the write is `undone`, or states why it is not.
         *
         *     Needs: **triager**.
         */
        post: operations["undoWrite"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List checks on pull requests
         * @description Newest first. There is one check for each pull request that resembles changes that failed, with the outcome of the pull request.
         *
         *     Needs: **viewer**.
         */
        get: operations["listChecks"];
        put?: never;
        post?: never;
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
         * List corrections, oldest first
         * @description List corrections, oldest first.
         *
         *     Needs: **viewer**.
         */
        get: operations["listCorrections"];
        put?: never;
        /**
         * Correct Refrain
         * @description The correction binds every later clustering, and a re-clustering starts at once. Sending the same correction again renews it.
         *
         *     Needs: **triager**.
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
         * Undo a correction
         * @description Undo a correction.
         *
         *     Needs: **triager**.
         */
        delete: operations["removeCorrection"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/revert-templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the kinds of changes that are reverted most often, to judge all reverts of a kind at once
         * @description Reverts in one repository are of one kind if their titles differ only in single words. To decide whether all of them are failures, send a correction of the kind `title_template`. It also applies to later reverts.
         *
         *     Needs: **viewer**.
         */
        get: operations["listRevertTemplates"];
        put?: never;
        post?: never;
        delete?: never;
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
         * Search for earlier failures that resemble a text, a failure or a page
         * @description Answers whether this was seen before, with the likely pattern and its resolution. The text is neither stored nor logged.
         *
         *     Needs: **viewer**.
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
         * @description Finds words that blame a person, and suggests how to describe the system instead. The text is neither stored nor logged.
         *
         *     Needs: **viewer**.
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
         * List entries by service, for each the one with the highest score first
         * @description List entries by service, for each the one with the highest score first.
         *
         *     Needs: **viewer**.
         */
        get: operations["listCatalogue"];
        put?: never;
        /**
         * Add an entry: the repository from which a service runs
         * @description Add an entry: the repository from which a service runs.
         *
         *     Needs: **triager**.
         */
        post: operations["addCatalogueEntry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/scope-names": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the names of services and repositories
         * @description Includes those with failures and those in the catalogue.
         *
         *     Needs: **viewer**.
         */
        get: operations["listScopeNames"];
        put?: never;
        post?: never;
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
         * Suggest entries from stored data
         * @description Suggest entries from stored data.
         *
         *     Needs: **triager**.
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
         * Import a catalog-info.yaml or CODEOWNERS file
         * @description Import a catalog-info.yaml or CODEOWNERS file.
         *
         *     Needs: **triager**.
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
         * Confirm an entry
         * @description Confirm an entry.
         *
         *     Needs: **triager**.
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
         * Reject an entry
         * @description Reject an entry.
         *
         *     Needs: **triager**.
         */
        post: operations["rejectCatalogueEntry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/catalogue/{id}/undecide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Undo the decision on an entry
         * @description Undo the decision on an entry.
         *
         *     Needs: **triager**.
         */
        post: operations["undecideCatalogueEntry"];
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
         * Get an entry
         * @description Get an entry.
         *
         *     Needs: **viewer**.
         */
        get: operations["findCatalogueEntry"];
        put?: never;
        post?: never;
        /**
         * Remove an entry and the decision on it
         * @description The entry may be suggested again later.
         *
         *     Needs: **triager**.
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
         *
         *     Needs: **viewer**.
         */
        get: operations["listConnections"];
        put?: never;
        /**
         * Connect an account, or an archive for files
         * @description Verifies the credential with the provider first. Connecting an account again changes only the fields that are given, so this can be repeated.
         *
         *     Needs: **admin**.
         */
        post: operations["connect"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/providers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the providers that can be connected
         * @description List the providers that can be connected.
         *
         *     Needs: **viewer**.
         */
        get: operations["listProviders"];
        put?: never;
        post?: never;
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
         * Check an account without connecting it
         * @description Returns what connecting it would find. Nothing is stored.
         *
         *     Needs: **admin**.
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
         * Ask the provider now for permissions, visible repositories or services, and the rate limit
         * @description Ask the provider now for permissions, visible repositories or services, and the rate limit.
         *
         *     Needs: **admin**.
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
         * List all problems of a connection
         * @description The `statusReason` of a connection names only the first few.
         *
         *     Needs: **viewer**.
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
    "/v1/connections/{id}/scope": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change what is imported from an account
         * @description Fields that are left out get their default, not their former value. The credential, the webhook and what was imported are kept. The scope is checked with the provider first.
         *
         *     Needs: **admin**.
         */
        put: operations["changeScope"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/connections/{id}/check-scope": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check what a scope would import from a connected account
         * @description Nothing is stored.
         *
         *     Needs: **admin**.
         */
        post: operations["checkScope"];
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
         * Get the webhook address of a connection, and the secret that signs its events
         * @description Get the webhook address of a connection, and the secret that signs its events.
         *
         *     Needs: **admin**.
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
         * @description The former secret stays valid for another day. PagerDuty creates its secrets itself: until it has done so, the status is 202 and the response contains the current secret.
         *
         *     Needs: **admin**.
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
         * Import the history of an account
         * @description Imports everything, or what happened since `since`. Records that are stored already are not stored again.
         *
         *     Needs: **admin**.
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
         * Get the progress of a backfill
         * @description Get the progress of a backfill.
         *
         *     Needs: **viewer**.
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
         * @description Sends an event `progress` at each change. Its data is a `BackfillProgress` as JSON.
         *
         *     Needs: **viewer**.
         */
        get: operations["streamProgress"];
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
         * Compare what the provider lists with what is stored
         * @description Covers the days from `since` to `until`, by default the last 30 days. `existing` and `stored` count all of these days; `days` has at most the newest 10,000 entries, one per stream and day, and `gaps` has at most the newest 1,000.
         *
         *     Needs: **viewer**.
         */
        get: operations["findCompleteness"];
        put?: never;
        /**
         * Check completeness now instead of at the next scheduled time
         * @description Check completeness now instead of at the next scheduled time.
         *
         *     Needs: **admin**.
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
         * Import records into the archive with this name
         * @description The body is JSON Lines of raw records. All of them are stored, or none. A new archive is created together with its first records.
         *
         *     Needs: **admin**.
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
         * Get a connection
         * @description Get a connection.
         *
         *     Needs: **viewer**.
         */
        get: operations["findConnection"];
        put?: never;
        post?: never;
        /**
         * Remove a connection and everything that was ingested through it
         * @description Reports and digests that exist already are kept, with what they say about it. To remove that too, erase its repositories first.
         *
         *     Needs: **admin**.
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
         * List the records that could not be parsed, newest first
         * @description List the records that could not be parsed, newest first.
         *
         *     Needs: **admin**.
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
         * Parse all stored records of a connection again
         * @description Parse all stored records of a connection again.
         *
         *     Needs: **admin**.
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
         * @description The body is JSON Lines of raw records. All of them are stored, or none.
         *
         *     Needs: **admin**.
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
         * Start the setup of a GitHub App for an account
         * @description A person continues at the `url` of the response, within an hour.
         *
         *     Needs: **admin**.
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
         * Get the state of the setup of a GitHub App
         * @description Get the state of the setup of a GitHub App.
         *
         *     Needs: **admin**.
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
         * Follow events as they happen
         * @description Sends each event as a server-sent event with a `RefrainEvent` as its data, from now on or after the event that `Last-Event-ID` or `after` names. Events are kept for 30 days.
         *
         *     Needs: **viewer**.
         */
        get: operations["streamEvents"];
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
         * List subscriptions with the state of their deliveries, oldest first
         * @description List subscriptions with the state of their deliveries, oldest first.
         *
         *     Needs: **admin**.
         */
        get: operations["listSubscriptions"];
        put?: never;
        /**
         * Subscribe a webhook or a Slack channel to events from now on
         * @description Webhooks are signed according to Standard Webhooks with the `secret`, which is shown only in this response. Each event is delivered at least once, always with the same `webhook-id`, and retried for about a day. Case does not matter in the name of a service or team; an unknown name is refused.
         *
         *     Needs: **admin**.
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
         * @description A webhook receives a message of the type `test`. If the message is accepted, a subscription that was switched off is switched on again.
         *
         *     Needs: **admin**.
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
         * Remove a subscription
         * @description Remove a subscription.
         *
         *     Needs: **admin**.
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
         * Who asks
         * @description Who asks.
         *
         *     Needs: **viewer**.
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
    "/v1/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the browsers in which you are signed in
         * @description List the browsers in which you are signed in.
         *
         *     Needs: **viewer**.
         */
        get: operations["listSessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions/{id}": {
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
         * Sign one of your browsers out
         * @description Sign one of your browsers out.
         *
         *     Needs: **viewer**.
         */
        delete: operations["endSession"];
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
         *
         *     Needs: **viewer**.
         */
        post: operations["signOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sign-out/everywhere": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End your sessions in every browser
         * @description End your sessions in every browser.
         *
         *     Needs: **viewer**.
         */
        post: operations["signOutEverywhere"];
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
         * Create a link that signs in another browser of yours, once, within an hour
         * @description Create a link that signs in another browser of yours, once, within an hour.
         *
         *     Needs: **viewer**.
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
         * List your tokens, without their secrets; an admin sees those of all
         * @description List your tokens, without their secrets; an admin sees those of all.
         *
         *     Needs: **viewer**.
         */
        get: operations["listTokens"];
        put?: never;
        /**
         * Make a token
         * @description The token is shown only in this response; Refrain keeps only its digest. Its scopes are roles (`viewer`) or roles in one part of this document (`search:viewer`), and it never permits more than its owner may do at the moment. A token of a user who signs in through an identity provider lasts at most 90 days. A user has at most 100 valid tokens. A token that was created with another token ends with that one.
         *
         *     Needs: **viewer**.
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
         * Revoke a token of yours, or as an admin any token
         * @description The tokens, sign-in links and sessions that were created with it end too.
         *
         *     Needs: **viewer**.
         */
        delete: operations["revokeToken"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List users
         * @description List users.
         *
         *     Needs: **admin**.
         */
        get: operations["listUsers"];
        put?: never;
        /**
         * Invite a user who signs in by links
         * @description Create a sign-in link for the user next. Users of OpenID Connect or GitHub are not invited: their first sign-in adds them.
         *
         *     Needs: **admin**.
         */
        post: operations["addUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/users/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change the name or role of a user, or deactivate them
         * @description Their tokens follow the new role within two seconds. A deactivated user is signed out at once, and their tokens are deleted. A role that comes from the OpenID Connect provider is restored at the next sign-in.
         *
         *     Needs: **admin**.
         */
        patch: operations["changeUser"];
        trace?: never;
    };
    "/v1/users/{id}/sign-in-links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a link that signs in a browser of a user, once, within an hour
         * @description Create a link that signs in a browser of a user, once, within an hour.
         *
         *     Needs: **admin**.
         */
        post: operations["createSignInLinkOf"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/users/{id}/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End the sessions of a user in every browser
         * @description End the sessions of a user in every browser.
         *
         *     Needs: **admin**.
         */
        post: operations["signOutUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/security": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get how this installation is secured
         * @description Get how this installation is secured.
         *
         *     Needs: **admin**.
         */
        get: operations["findSecurity"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sign-in-methods": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the ways to sign in
         * @description List the ways to sign in.
         */
        get: operations["listSignInMethods"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/encryption": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the number of values by encryption key, and the progress of a rotation
         * @description Counts every encrypted value, which takes a few seconds for a million.
         *
         *     Needs: **admin**.
         */
        get: operations["findEncryption"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/encryption/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Encrypt all stored values again with the current key
         * @description Runs in the background, a few values at a time, and resumes after an interruption. First configure the new key in all processes, with the former one among the other keys: see docs/operations.md.
         *
         *     Needs: **admin**.
         */
        post: operations["rotateKeys"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/erasures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List erasures, newest first
         * @description The erased names are not known any more.
         *
         *     Needs: **admin**.
         */
        get: operations["listErasures"];
        put?: never;
        /**
         * Erase a repository or person for good
         * @description From now on nothing about it is ingested. Stored data is removed in the background, in parts. An erasure cannot be undone. A repeated request erases again.
         *
         *     Needs: **admin**.
         */
        post: operations["erase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/erasures/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Preview the erasure of a repository or person
         * @description Counts the rows of each table that would be removed. Payloads are counted only by their keys, because they are decrypted only during the erasure. Nothing is changed.
         *
         *     Needs: **admin**.
         */
        post: operations["previewErasure"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/erasures/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the progress and the result of an erasure
         * @description Get the progress and the result of an erasure.
         *
         *     Needs: **admin**.
         */
        get: operations["findErasure"];
        put?: never;
        post?: never;
        /**
         * Allow an erased repository or person to be ingested again
         * @description Erased data does not come back.
         *
         *     Needs: **admin**.
         */
        delete: operations["liftErasure"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dead-letters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List dead letters, newest first
         * @description Includes jobs after their last attempt, records that could not be parsed, and events that a subscription did not accept, each with the reason, what to do, and whether a replay is likely to help.
         *
         *     Needs: **admin**.
         */
        get: operations["listDeadLetters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dead-letters/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Replay all dead letters, or those of a kind, a queue or a connection
         * @description A repeated request does not replay them twice. Records whose payload has expired, deliveries of a subscription that is switched off, and jobs that this version does not know are left.
         *
         *     Needs: **admin**.
         */
        post: operations["replayDeadLetters"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dead-letters/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a dead letter
         * @description Get a dead letter.
         *
         *     Needs: **admin**.
         */
        get: operations["findDeadLetter"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dead-letters/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Replay a dead letter
         * @description It leaves the list once it has succeeded, and returns with its latest problem if it fails again. A dead letter that has left the list is not found, so nothing is done twice.
         *
         *     Needs: **admin**.
         */
        post: operations["replayDeadLetter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dead-letters/{id}/discard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Dismiss a dead letter, with a reason
         * @description A dismissed job or delivery is not carried out. The payload of a record is kept until it expires, and parsed again when its connection is replayed.
         *
         *     Needs: **admin**.
         */
        post: operations["discardDeadLetter"];
        delete?: never;
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
         * Get the numbers of stored objects and of work that is pending
         * @description Get the numbers of stored objects and of work that is pending.
         *
         *     Needs: **viewer**.
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
         * Check that the process responds
         * @description Check that the process responds.
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
         * Check that the process and PostgreSQL respond
         * @description Redis is not checked: without it, received records are still stored, and processed later.
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
    "/v1/backlog": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the backlog of each queue, its age, and the state of the connections
         * @description Contains only figures, which operators also find in Prometheus.
         *
         *     Needs: **viewer**.
         */
        get: operations["findBacklog"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List decisions of people, their tokens and the policy, newest first
         * @description Has one entry for each write that was carried out: the person under their name at that time, the token, the subject and, where it helps, the former value. Entries are never changed or deleted.
         *
         *     Needs: **admin**.
         */
        get: operations["listDecisions"];
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
            scopes: components["schemas"]["Scope"][];
            /** @description The user who created the token. */
            owner: {
                id: string;
                name: string;
            };
            /** @description The id of the token that created this one. This token ends when that one does. Null if a person created it. */
            parentId: string | null;
            createdAt: components["schemas"]["Instant"];
            /** @description Null if the token does not expire. */
            expiresAt: components["schemas"]["Instant"] | null;
            /** @description Exact to a minute; null if the token was never used. */
            lastUsedAt: components["schemas"]["Instant"] | null;
        };
        /** @description The result of an import into an archive. */
        ArchiveImportResponse: {
            received: number;
            /** @description Records that were not known before. */
            stored: number;
        };
        BackfillProgress: {
            connectionId: string;
            since: components["schemas"]["Instant"] | null;
            /** @enum {string} */
            state: "none" | "running" | "done" | "failed";
            records: number;
            /** @description The estimated total of all streams, including those that have not begun; null before the first one has begun, and if a stream has no estimate. */
            expected: number | null;
            /** @description Records that are stored but not yet parsed. */
            pending: number;
            /** @description Records per second over the last minute; null before ten seconds are measured, and while nothing arrives. */
            perSecond: number | null;
            /** @description Seconds until all expected records are stored, at the current rate; null if either figure is unknown. */
            secondsLeft: number | null;
            streams: components["schemas"]["StreamProgress"][];
        };
        /** @description The waiting work and its age. */
        BacklogResponse: {
            /** @description The queues by name. */
            queues: {
                [key: string]: {
                    waiting: number;
                    active: number;
                    delayed: number;
                    failed: number;
                    isPaused: boolean;
                    oldestSeconds: number;
                };
            };
            /** @description Records that are stored but not yet parsed. */
            pending: number;
            lag: {
                normalise: number;
                group: number;
                report: number;
            };
            /** @description Unresolved dead letters by kind and queue; empty without any. */
            deadLetters: {
                kind: components["schemas"]["DeadLetterKind"];
                queue: string;
                count: number;
            }[];
            connections: {
                connectionId: string;
                provider: components["schemas"]["Provider"];
                isActive: boolean;
                lastReceivedAt: components["schemas"]["Instant"] | null;
                /** @enum {string} */
                webhook: "none" | "silent" | "active" | "disabled" | "refused";
                existing: number;
                stored: number;
                unreadable: number;
            }[];
            /** @description Seconds by which the latest stored time is ahead of the database clock, because that clock is or was wrong; 0 if it is at most a minute. */
            aheadSeconds: number;
        };
        /** @description Forecasts for past dates from what was known then, compared with what happened. */
        Backtest: {
            /** @description The first and last date of a forecast; null if the history is too short. */
            from: components["schemas"]["Instant"] | null;
            until: components["schemas"]["Instant"] | null;
            origins: number;
            stepDays: number;
            patterns: number;
            horizons: components["schemas"]["BacktestHorizon"][];
        };
        /** @description The backtest result for one forecast length. */
        BacktestHorizon: {
            days: number;
            /** @description The number of tested forecasts: one for each pattern at each origin. */
            forecasts: number;
            /** @description The share of forecasts that at least one episode followed. */
            observedShare: number | null;
            /** @description The Brier skill score against the organisation's base rate as known at the time: 1 is perfect, 0 is no better. The ends of its 90 % interval are null if the history is too short. */
            brierSkill: number | null;
            skillLow: number | null;
            skillHigh: number | null;
            /** @description Whether forecasts of this length are shown; `gap` has the reason if not. */
            isShown: boolean;
            gap: components["schemas"]["ForecastGap"] | null;
            calibration: components["schemas"]["CalibrationBin"][];
            /** @description The share of outcomes within the 90 % intervals; about .9 is right. */
            coverage90: number | null;
            /** @description The expected calibration error, in [0, 1]. */
            calibrationError: number | null;
        };
        /** @description Forecasts of similar probability, and how often an episode followed. */
        CalibrationBin: {
            from: number;
            to: number;
            forecasts: number;
            meanProbability: number;
            observedShare: number;
        };
        /** @description States that a service runs from a repository, with the evidence and a person's decision. */
        CatalogueEntry: {
            id: string;
            /** @description The name of the service in PagerDuty or in the file. */
            service: string;
            /** @description As `owner/name`. */
            repository: string;
            /** @description A folder in the repository; null for the whole repository. */
            path: string | null;
            /** @description The environment that the service represents; null for any. */
            environment: string | null;
            origin: components["schemas"]["CatalogueOrigin"];
            /** @enum {string} */
            status: "suggested" | "confirmed" | "rejected";
            /** @description The confidence of a suggestion, in [0, 1]; 1 for entries from a file or a person. */
            score: number;
            evidence: components["schemas"]["Evidence"][];
            updatedAt: components["schemas"]["Instant"];
        };
        CatalogueImportResponse: {
            /** @description The entries of the file that match a known service, as they are now stored. */
            items: components["schemas"]["CatalogueEntry"][];
            /** @description The parts of the file that could not be used, each with the reason. */
            problems: string[];
        };
        /**
         * @description The source of an entry: Refrain's analysis of names and texts, a file of the repository, or a person.
         * @enum {string}
         */
        CatalogueOrigin: "suggestion" | "catalog_info" | "codeowners" | "person";
        /** @description A service and the repository that it runs from, as a person states them. */
        CataloguePair: {
            service: string;
            repository: components["schemas"]["FullRepositoryName"];
            /** @default null */
            path: string | null;
            /** @default null */
            environment: string | null;
        };
        CatalogueResponse: {
            items: components["schemas"]["CatalogueEntry"][];
            next: string | null;
            total: number;
        };
        /** @description Suggestions are computed in the background and then appear in the list. */
        CatalogueSuggestionResponse: {
            /** @constant */
            asked: true;
        };
        /**
         * @description The weakness in the system that made the failure possible.
         * @enum {string}
         */
        Cause: "code_defect" | "configuration" | "capacity" | "dependency" | "infrastructure" | "data" | "expiry_time" | "security_access" | "process" | "unknown";
        CauseCell: {
            service: string | null;
            repository: string | null;
            episodes: number;
            hours: components["schemas"]["ImpactHours"];
            episodeIds: string[];
            /** @description Null if the location or its changes are unknown. */
            per100Changes: components["schemas"]["MapRate"] | null;
            per30Days: components["schemas"]["MapRate"] | null;
            /** @description The share of this kind among all episodes of the location. Null if the location is unknown. */
            per100Episodes: components["schemas"]["MapRate"] | null;
            /** @description Whether the cell is above the organisation's rate per change and per day, so that frequent or rare changes do not explain it. Without known changes: per day and among the location's own episodes, so that its size does not explain it. */
            standsOut: boolean;
            cause: components["schemas"]["Cause"];
        };
        /** @description Counts by the evidence of the failure; with several, the first in this order. */
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
        /**
         * @description The kind of a change. `commit` is a commit on the default branch: a direct push, or the commit that a merged pull request created there.
         * @enum {string}
         */
        ChangeKind: "merged_pull_request" | "deployment" | "commit";
        /** @description A moment at which the rate changed permanently. The rates are per week, between this and the neighbouring change points. */
        ChangePoint: {
            at: components["schemas"]["Instant"];
            /** @description The 95 % interval of the moment, if the rate changed once between the neighbouring change points. */
            earliest: components["schemas"]["Instant"];
            latest: components["schemas"]["Instant"];
            before: components["schemas"]["TrendRate"];
            after: components["schemas"]["TrendRate"];
            /** @description The p-value of a change anywhere between the neighbouring change points. */
            p: number;
        };
        /**
         * @description Whether a change triggered an incident: `change` names one, `not_change_related` rules out all changes of the organisation, and `undecided` means that the evidence is insufficient.
         * @enum {string}
         */
        ChangeVerdict: "change" | "not_change_related" | "undecided";
        /**
         * @description `failed`: it was merged and caused a failure. `not_merged`: it is open or was closed.
         * @enum {string}
         */
        CheckedOutcome: "not_merged" | "merged" | "failed";
        Completeness: {
            /** @description The number of connected accounts, and the problems of those that need attention. */
            accounts: number;
            problems: {
                account: string;
                problem: string;
            }[];
            /** @description Days on which the provider has records that are not stored. */
            gaps: number;
            /** @description Streams that were never compared with the provider, so that their gaps are unknown. Absent in digests of earlier versions. */
            uncompared?: number;
            /** @description Failures that belong to no pattern, and all failures. */
            unassigned: {
                failures: number;
                of: number;
            };
        };
        /** @description The number of streams that are now being compared. */
        CompletenessCheckResponse: {
            streams: number;
        };
        /** @description The number of records that the provider has for one day (UTC) of one stream, and how many of them are stored. */
        CompletenessDay: {
            stream: string;
            /** @description As `YYYY-MM-DD`, in UTC. */
            day: string;
            existing: number;
            /** @description The existing records that are stored. */
            stored: number;
            checkedAt: components["schemas"]["Instant"];
        };
        CompletenessResponse: {
            since: components["schemas"]["Instant"];
            until: components["schemas"]["Instant"];
            /** @description The number of records that the provider has for this period, and how many of them are stored. */
            existing: number;
            stored: number;
            /** @description All days with missing records, including days outside the period; newest first. */
            gaps: {
                stream: string;
                day: string;
            }[];
            /** @description Days with records, sorted by day, then stream. */
            days: components["schemas"]["CompletenessDay"][];
            /** @description Streams that were never compared with the provider. */
            uncompared: string[];
        };
        ConnectResponse: {
            connection: components["schemas"]["Connection"];
            /** @description Null for an archive. */
            health: components["schemas"]["ConnectionHealth"] | null;
            /** @description Null for an archive. */
            webhook: components["schemas"]["WebhookResponse"] | null;
        };
        /** @description A connection without its secrets: the store keeps the credential and the webhook secret encrypted. */
        Connection: {
            id: string;
            provider: components["schemas"]["Provider"];
            /** @description The GitHub organisation or user, the PagerDuty subdomain, or the name of an archive. Unique per provider and base address. */
            account: string;
            /** @description The root of the API without a trailing slash; null for an archive. */
            baseUrl: string | null;
            scope: components["schemas"]["ConnectionScope"];
            status: components["schemas"]["ConnectionStatus"];
            /** @description Why it needs attention and what to do; null while active. */
            statusReason: string | null;
            webhook: components["schemas"]["WebhookState"];
            createdAt: components["schemas"]["Instant"];
        };
        /** @description A preview of a connection. Nothing is stored. */
        ConnectionCheckResponse: {
            health: components["schemas"]["ConnectionHealth"];
            /** @description The visible repositories or services that would be imported. */
            matched: string[];
            /** @description Patterns and folders of the scope that match no visible repository or service. */
            unmatched: string[];
            /** @description The streams that would be imported, each independent of the others. */
            streams: string[];
        };
        /** @description The result of a connection test: the account, the accessible data and the request limit. */
        ConnectionHealth: {
            account: string;
            /** @description Repositories or services that the credential can see. */
            visible: string[];
            /** @description Missing permissions, each with the feature that it disables. Refrain works without an optional one. */
            missing: {
                permission: string;
                costs: string;
                isOptional?: boolean;
            }[];
            /** @description The remaining requests and the time of the next reset; null if the provider does not send them. */
            budget: {
                limit: number;
                remaining: number;
                resetsAt: components["schemas"]["Instant"];
            } | null;
            /** @description The time of the response by the provider's clock; null if it does not send one. */
            respondedAt: components["schemas"]["Instant"] | null;
        };
        /** @description The part of an account that is imported. Patterns are globs over `owner/name` or service names; an empty list means all. */
        ConnectionScope: {
            /** @default [] */
            repositories: string[];
            /** @default [] */
            services: string[];
            /**
             * @description Environments whose deployments are imported.
             * @default []
             */
            environments: string[];
            /**
             * @description Actions workflows, by name or path, whose failed runs are failed deployments; an empty list means none.
             * @default [
             *       "*deploy*",
             *       "*release*"
             *     ]
             */
            workflows: string[];
            /**
             * @description Issues with one of these labels are incidents; an empty list means none.
             * @default [
             *       "incident",
             *       "outage",
             *       "postmortem"
             *     ]
             */
            incidentLabels: string[];
            /**
             * @description Folders with post-mortems in Markdown, as `owner/name:path/of/folder`.
             * @default []
             */
            postmortemFolders: string[];
        };
        /** @enum {string} */
        ConnectionStatus: "active" | "needs_attention";
        ConnectionsResponse: {
            items: components["schemas"]["Connection"][];
            next: string | null;
            total: number;
        };
        /** @description A u chart: episodes per exposure by week, with the control limits of a constant rate. */
        ControlChart: {
            /** @enum {string} */
            unit: "100_changes" | "week";
            /**
             * @description `u` assumes a Poisson process. `u_prime` is Laney's chart, with wider limits because the counts vary more than that.
             * @enum {string}
             */
            kind: "u" | "u_prime";
            /** @description Episodes per exposure over all weeks; null without exposure. */
            centre: number | null;
            /** @description Laney's sigma z, the factor by which the limits are wider; 1 for a `u` chart. */
            widening: number;
            points: components["schemas"]["ControlPoint"][];
            /** @description Sorted by time. */
            signals: components["schemas"]["ControlSignal"][];
            /** @description The number of consecutive points on one side that make a run. */
            runLength: number;
            /** @description For each rule, the probability that a chart like this one shows any signal although the rate is constant. */
            falseAlarmProbability: {
                beyond_limits: number;
                run: number;
            };
        };
        ControlPoint: {
            /** @description The ISO 8601 week, such as `2026-W03`. */
            week: string;
            from: components["schemas"]["Instant"];
            until: components["schemas"]["Instant"];
            episodes: number;
            /** @description In the unit of the chart; if it is 0, the values below are null. */
            exposure: number;
            value: number | null;
            /** @description A value below this limit is a signal. */
            low: number | null;
            /** @description A value above this limit is a signal. */
            high: number | null;
        };
        /**
         * @description The rule for a signal in a chart. `beyond_limits`: a point outside the limits. `run`: many consecutive points on one side of the centre line.
         * @enum {string}
         */
        ControlRule: "beyond_limits" | "run";
        ControlSignal: {
            rule: components["schemas"]["ControlRule"];
            /** @enum {string} */
            side: "above" | "below";
            /** @description The first and the last week of the signal. */
            fromWeek: string;
            toWeek: string;
        };
        /** @description A person's decision, which constrains every later clustering. */
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
            kind: "is_a_failure";
            failureId: string;
        } | {
            /** @constant */
            kind: "title_template";
            repository: string;
            template: components["schemas"]["TitleTemplate"];
            areFailures: boolean;
        } | {
            /** @constant */
            kind: "not_change_related";
            failureId: string;
        } | {
            /** @constant */
            kind: "cause";
            patternId?: string;
            failureId?: string;
            cause?: components["schemas"]["Cause"];
            trigger?: components["schemas"]["Trigger"];
        } | {
            /** @constant */
            kind: "rename";
            patternId: string;
            name: string;
        } | {
            /** @constant */
            kind: "pattern";
            patternId: string;
            right: boolean;
        } | {
            /** @constant */
            kind: "link";
            type: components["schemas"]["LinkType"];
            failureId: string;
            targetId: string;
            right: boolean;
        };
        /** @description A person's decision, which constrains every later clustering. */
        CorrectionDecisionOutput: {
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
            kind: "is_a_failure";
            failureId: string;
        } | {
            /** @constant */
            kind: "title_template";
            repository: string;
            template: components["schemas"]["TitleTemplate"];
            areFailures: boolean;
        } | {
            /** @constant */
            kind: "not_change_related";
            failureId: string;
        } | {
            /** @constant */
            kind: "cause";
            patternId?: string;
            failureId?: string;
            cause?: components["schemas"]["Cause"];
            trigger?: components["schemas"]["Trigger"];
        } | {
            /** @constant */
            kind: "rename";
            patternId: string;
            name: string;
        } | {
            /** @constant */
            kind: "pattern";
            patternId: string;
            right: boolean;
        } | {
            /** @constant */
            kind: "link";
            type: components["schemas"]["LinkType"];
            failureId: string;
            targetId: string;
            right: boolean;
        };
        /** @enum {string} */
        CorrectionKind: "must_link" | "cannot_link" | "not_a_failure" | "is_a_failure" | "title_template" | "not_change_related" | "cause" | "rename" | "pattern" | "link";
        /** @description Sorted in the order of the decisions. */
        CorrectionsResponse: {
            items: components["schemas"]["ListedCorrection"][];
            next: string | null;
            total: number;
        };
        /** @description The cost of episodes, from what is known about them. Unknown costs add nothing. */
        Cost: {
            episodes: number;
            /** @description `high` is the 90th percentile in hours; null with fewer than ten known durations. */
            impact: {
                total: number;
                median: number | null;
                told: number;
                episodes: number;
                high: number | null;
            };
            pages: {
                /** @description Incidents that paged somebody, which are those of high urgency. */
                all: {
                    count: number;
                    failureIds: string[];
                };
                /** @description Pages that began at night or on a weekend, in `timeZone`. */
                outOfHours: {
                    count: number;
                    failureIds: string[];
                };
                /** @description Incidents for which it is unknown whether they paged anybody. */
                unknownUrgency: number;
            };
            people: {
                /** @description People-hours of all episodes with known durations; null if there are none. */
                total: components["schemas"]["Span"] | null;
                /** @description People-hours per episode: the medians of both ends, so that one outlier does not dominate. */
                perEpisode: components["schemas"]["Span"] | null;
                /** @description Episodes with known durations: all except those with an incident whose end is unknown. */
                told: number;
                /** @description Episodes whose incidents state how many people worked on them; an assumption replaces it for the others. */
                withResponders: number;
                parts: components["schemas"]["CostPart"][];
            };
            /** @description The value of avoiding one episode: the median cost of one. Null if it is unknown. */
            avoided: {
                peopleHours: components["schemas"]["Span"] | null;
                impactHours: number | null;
            };
            assumptions: components["schemas"]["CostAssumption"][];
            settings: components["schemas"]["WorkingTimeOutput"];
        };
        CostAssumption: {
            name: components["schemas"]["CostAssumptionName"];
            /** @description A readable name of the quantity. */
            label: string;
            range: components["schemas"]["Span"];
            /** @description A publication or this organisation; otherwise a statement that it is an assumption. */
            source: string;
        };
        /**
         * @description An assumption for estimating people's time where the data do not state it.
         * @enum {string}
         */
        CostAssumptionName: "responders" | "attended_hours" | "hours_per_page" | "hours_per_page_out_of_hours" | "follow_up_hours" | "rework_hours";
        /** @description One part of the people-hours: the kind of time, what it is computed from, and the assumptions. */
        CostPart: {
            /** @enum {string} */
            part: "response" | "pages" | "out_of_hours" | "follow_up" | "rework";
            /** @description The computation in words: what is multiplied by what. */
            reckoning: string;
            hours: components["schemas"]["Span"];
        };
        /** @description A job, record or delivery that was given up. It blocks nothing, and waits for a person or for its cause to disappear. */
        DeadLetter: {
            id: string;
            kind: components["schemas"]["DeadLetterKind"];
            /** @description The time of the last failure; for a record, of its arrival. */
            at: components["schemas"]["Instant"];
            /** @description The queue that processed it. */
            queue: string;
            /** @description The name of the job, the type of the record, or the type of the event. */
            name: string;
            /** @description The objects that it refers to: ids, the sender's key of a record, or the part of an address that is not secret. */
            about: string;
            /** @description The connection that it belongs to; null if there is none. */
            connectionId: string | null;
            /** @description Null unless it is a delivery. */
            subscriptionId: string | null;
            /** @description Null if only the message is known. */
            code: components["schemas"]["ErrorCode"] | null;
            /** @description The problem in one line. */
            problem: string;
            /** @description The number of attempts before it was given up. */
            attempts: number;
            /** @description Whether a replay was requested and has not ended yet. */
            isReplaying: boolean;
            replay: components["schemas"]["ReplayLikelihood"];
            /** @description The recommended action, in one or two sentences. */
            advice: string;
        };
        /**
         * @description `job`: a job that failed all its attempts. `record`: a stored payload that could not be parsed. `delivery`: an event that a subscription did not accept.
         * @enum {string}
         */
        DeadLetterKind: "job" | "record" | "delivery";
        DeadLetterReplayResponse: {
            /** @description The number of dead letters that are retried. */
            replayed: number;
            /** @description The number of selected dead letters that stay unchanged. */
            left: number;
        };
        /** @description Sorted newest first. */
        DeadLettersResponse: {
            items: components["schemas"]["DeadLetter"][];
            next: string | null;
            total: number;
        };
        /** @description The author of a decision as of that moment, because names change and users are deleted. */
        Decider: {
            via: components["schemas"]["DeciderVia"];
            /** @description Null if the user is unknown, and for the policy. */
            userId: string | null;
            name: string;
            /** @description The id of the token or session; null otherwise. */
            viaId: string | null;
            /** @description The name of the token; null without one. */
            tokenName: string | null;
        };
        /**
         * @description How a decision was made: in a browser session, with a token, by a link that was created for it, through an identity provider, by a comment on GitHub, or by the policy in mode `auto`. The policy is never a person, even if a person has that name.
         * @enum {string}
         */
        DeciderVia: "session" | "token" | "link" | "provider" | "comment" | "policy";
        /** @description One line of the audit log of decisions. */
        Decision: {
            id: string;
            at: components["schemas"]["Instant"];
            by: components["schemas"]["Decider"];
            /** @description The operation id of this document, or the name of a decision that is made outside of the API, such as `signIn`. */
            operation: string;
            /** @description A short description of the operation. */
            what: string;
            /** @description The target: ids by the parameter names of the path; `created` is the id of a new object. */
            subject: {
                [key: string]: string;
            };
            /** @description The chosen values, and the previous ones where that helps. */
            detail: components["schemas"]["DecisionDetail"];
            state: components["schemas"]["DecisionState"];
        };
        /** @description Short facts about a decision: ids, names that people gave, numbers. Never a secret, never ingested text. */
        DecisionDetail: {
            [key: string]: string | number | boolean | null | string[];
        };
        /**
         * @description `begun`: it is unknown whether the decision took effect, because a process or a part of Refrain failed midway.
         * @enum {string}
         */
        DecisionState: "begun" | "done";
        /** @description Sorted newest first. */
        DecisionsResponse: {
            items: components["schemas"]["Decision"][];
            next: string | null;
            total: number;
        };
        /** @description The five DORA metrics as of January 2026 (dora.dev/guides/dora-metrics). */
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
            /** @description The names of the environments that count as production; an environment without a name does not count. */
            environments: string[];
            organisation: components["schemas"]["DeliveryFigures"];
            /** @description Repositories with at least one deployment, sorted by name. DORA advises to measure one application at a time and not to compare applications. */
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
            /** @description Failed attempts, which do not count as deployments. */
            attemptsFailed: number;
            /** @description Deployments per week, with a 95 % interval. */
            perWeek: number;
            low: number;
            high: number;
            /** @description The share of days (UTC) with at least one deployment. */
            daysWithOne: number;
        };
        /** @description Counts by the content of the deployment; with several, the first in this order. */
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
        /** @description An immutable summary of a period. */
        Digest: {
            scope: components["schemas"]["DigestScope"];
            period: components["schemas"]["DigestPeriod"];
            episodes: number;
            episodesBefore: number;
            /** @description Changes, as opportunities to fail; null if no change is known. */
            changes: number | null;
            changesBefore: number | null;
            /** @description Patterns with an episode in the period or with a changed recurrence; most episodes first. */
            patterns: components["schemas"]["DigestedPattern"][];
            completeness: components["schemas"]["Completeness"];
            document: components["schemas"]["ReportDocument"];
            /** @description The time of the newest failure that was known when the digest was written. */
            asOf: components["schemas"]["Instant"];
        };
        /** @description From Monday to Monday, or from the first of a month to the first of the next, in UTC. `until` is exclusive. */
        DigestPeriod: {
            /** @enum {string} */
            kind: "week" | "month";
            from: components["schemas"]["Instant"];
            until: components["schemas"]["Instant"];
        };
        /** @description The failures that a digest covers. A team is an owner of repositories, never a person. */
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
        /** @description How a pattern developed in a period. A pattern can be in several groups, such as returned and rising. */
        DigestedPattern: {
            patternId: string;
            name: string;
            lesson: string;
            /** @description Episodes in the period, and in the preceding period of the same length. */
            episodes: number;
            episodesBefore: number;
            /** @description The recurrence at the end of the period; null if it was no pattern by then. */
            recurrence: components["schemas"]["Recurrence"] | null;
            /** @description The recurrence that began in this period, so that each is reported once: `new` became a pattern, `returned` came back, `quiet` stopped. Null if nothing changed; absent in digests of earlier versions. */
            became?: ("new" | "returned" | "quiet") | null;
            /** @description A statistically significant rise or fall, corrected for the number of patterns. */
            direction: ("rising" | "falling") | null;
            /** @description The probability of at least one more episode in the next period; null if forecasts have no skill. */
            probability: number | null;
        };
        DigestsResponse: {
            items: components["schemas"]["ListedDigest"][];
            next: string | null;
            total: number;
        };
        DiscardDeadLetter: {
            /** @description The reason, which the audit log records. */
            reason: string;
        };
        /** @description A quantile of the durations in hours, with a 95 % interval; null if it is unknown. */
        DurationQuantile: {
            value: number | null;
            low: number | null;
            high: number | null;
        };
        /** @description The distribution of durations. There is no mean, because a few very long durations dominate it (Davidovič and others, "Incident Metrics in SRE", 2021; the VOID report, 2022). */
        DurationSummary: {
            /** @description Durations with a known end. */
            ended: number;
            /** @description Ongoing durations: they count as at least as long as they have lasted so far. */
            open: number;
            /** @description Durations whose end is unknown: they are left out. */
            unknown: number;
            /**
             * @description `kaplan_meier` if some durations are open, otherwise the order statistics.
             * @enum {string}
             */
            method: "order" | "kaplan_meier";
            firstQuartile: components["schemas"]["DurationQuantile"];
            median: components["schemas"]["DurationQuantile"];
            thirdQuartile: components["schemas"]["DurationQuantile"];
            ninetiethPercentile: components["schemas"]["DurationQuantile"];
            /** @description Ended durations in hours; each bin is about three times as wide as the previous one. The last bin has no upper end. */
            histogram: {
                from: number;
                until: number | null;
                count: number;
            }[];
        };
        /** @description The development of a pattern after its fix. Figures include everything known by `until`; a verdict, once reached, stays. */
        Effect: {
            patternId: string;
            fixedAt: components["schemas"]["Instant"];
            until: components["schemas"]["Instant"];
            verdict: components["schemas"]["EffectVerdict"];
            /** @description The time of the verdict; null while it is too early. */
            decidedAt: components["schemas"]["Instant"] | null;
            /** @description The time of the last check. */
            monitoringEndsAt: components["schemas"]["Instant"];
            /** @description The weeks without an episode that would show that the fix held; null if it is decided or can no longer be shown. */
            weeksNeeded: number | null;
            perWeek: components["schemas"]["EffectMeasure"];
            /** @description Null if too few changes are known. */
            per100Changes: components["schemas"]["EffectMeasure"] | null;
            /** @description The verdict and its reasons in plain sentences. */
            says: string[];
        };
        /** @description The rates before and after the fix, for one kind of exposure. */
        EffectMeasure: {
            before: components["schemas"]["TrendRate"];
            /** @description The rate that would be expected without the fix, in the unit of `before`; the trend of all patterns is considered. */
            expectedRate: number;
            /** @description The number of episodes since the fix that would be expected without it. */
            expected: number;
            /** @description Null without exposure since the fix. */
            after: components["schemas"]["TrendRate"] | null;
            /** @description The rate since the fix divided by the expected rate, with a 95 % interval; null without exposure since the fix. */
            ratio: {
                value: number;
                low: number;
                high: number;
            } | null;
        };
        /**
         * @description Whether a fix worked. `held`: the rate is lower now. `came_back`: there are more episodes than after a fix that prevents three of four, and no fewer than before. `not_distinguishable`: monitoring ended without a clear result. `too_early`: monitoring continues.
         * @enum {string}
         */
        EffectVerdict: "held" | "came_back" | "not_distinguishable" | "too_early";
        /** @enum {string} */
        EffortSize: "S" | "M" | "L";
        EncryptionStatus: {
            keys: components["schemas"]["KeyUse"][];
            /** @description The latest or current rotation; null if there was none. */
            rotation: components["schemas"]["KeyRotation"] | null;
        };
        /** @description A finished or running erasure. It does not contain the name of its subject. */
        Erasure: {
            id: string;
            /** @enum {string} */
            kind: "repository" | "person";
            /** @enum {string} */
            state: "pending" | "done";
            /** @description The current step; null before it begins and after it ends. */
            step: string | null;
            /** @description Rows that were deleted or changed so far, by table. */
            rows: {
                [key: string]: number;
            };
            /** @description Data that Refrain cannot erase, in sentences; set at the end. */
            kept: string[];
            requestedBy: string;
            requestedAt: components["schemas"]["Instant"];
            endedAt: components["schemas"]["Instant"] | null;
        };
        /** @description A preview of an erasure. */
        ErasurePreview: {
            /** @description Rows that would be deleted or changed, by table. */
            rows: {
                [key: string]: number;
            };
            /** @description All known names of the subject. */
            names: string[];
            /** @description Data that Refrain cannot erase, in sentences. */
            kept: string[];
        };
        /** @description The repository or person whose data are erased. */
        ErasureSubject: {
            /** @constant */
            kind: "repository";
            name: string;
        } | {
            /** @constant */
            kind: "person";
            names: string[];
        };
        ErasuresResponse: {
            items: components["schemas"]["Erasure"][];
            next: string | null;
            total: number;
        };
        /**
         * @description Every way in which Refrain can fail, as a closed list. Each code determines whether a retry can help.
         * @enum {string}
         */
        ErrorCode: "invalid_input" | "not_found" | "conflict" | "precondition_failed" | "key_reused" | "unauthenticated" | "forbidden" | "too_large" | "unsupported_encoding" | "rate_limited" | "signature_invalid" | "credential_rejected" | "permission_missing" | "provider_unreachable" | "provider_failed" | "provider_unexpected" | "unavailable" | "misconfigured" | "internal";
        /** @description A mean with its range. */
        Estimate: {
            low: number;
            mean: number;
            high: number;
        };
        /**
         * @description Every event that subscribers can receive, as a closed list.
         * @enum {string}
         */
        EventType: "report_written" | "digest_written" | "pattern_found" | "pattern_rising" | "pattern_returned";
        /** @description One reason for a link or a membership, in words that a person can check. */
        Evidence: {
            /** @description The kind of signal: `time`, `service`, `words`, `paths`, `reference`, `sha`; `decision` if a person decided it. */
            signal: string;
            detail: string;
            /** @description Its part of the score, in [0, 1]. */
            weight: number;
        };
        /** @enum {string} */
        FailureKind: "incident" | "failed_deployment" | "reverted_change";
        /** @description The locations and causes of failures: episode counts with their exposure. */
        FailureMap: {
            from: components["schemas"]["Instant"];
            until: components["schemas"]["Instant"];
            days: number;
            filter: components["schemas"]["FailureMapFilter"];
            /** @description The number of episodes in the map. An episode that affected several services is in the cells of each. */
            episodes: number;
            /** @description The number of the organisation's opportunities to fail. */
            changes: number;
            /** @description Sorted by episodes, most first; the unknown location is last. */
            services: components["schemas"]["MapService"][];
            /** @description Only cells with episodes; significant ones first, then by episodes. */
            causes: components["schemas"]["CauseCell"][];
            triggers: components["schemas"]["TriggerCell"][];
            /** @description Sorted by certainty, highest first. No listed folder contains another. */
            hotspots: components["schemas"]["PathHotspot"][];
            /** @description The number of compared cells and folders, including those without episodes. */
            compared: {
                causes: number;
                triggers: number;
                folders: number;
            };
            /** @description The data that the map lacks. */
            gaps: {
                withoutService: number;
                withoutCause: number;
                withoutTrigger: number;
                withoutHours: number;
                withoutPaths: number;
                /** @description Episodes that the filter excluded because their environment is unknown. */
                withoutEnvironment: number;
                /** @description Services whose changes are unknown. */
                servicesWithoutChanges: number;
            };
        };
        /** @description Selects what the map shows; by default everything. */
        FailureMapFilter: {
            /**
             * @description An owner of repositories or folders, never a person. Rates are still compared with those of the whole organisation.
             * @default null
             */
            team: string | null;
            /** @default null */
            environment: string | null;
            /**
             * @description Only episodes with a failure of one of these kinds.
             * @default []
             */
            kinds: components["schemas"]["FailureKind"][];
        };
        FailureResponse: {
            kind: components["schemas"]["FailureKind"];
            /** @description The provider's own id, unique within connection and kind: `acme/api#deployment/42`, `PD12345`. */
            externalId: string;
            title: string;
            /** @description All known text, with people replaced by roles. May be empty. */
            text: string;
            /** @description Service names as the provider spells them. */
            services: string[];
            /** @description As `owner/name`. */
            repository: string | null;
            environment: string | null;
            /** @description Paths of the files that were changed or named, relative to the repository. */
            paths: string[];
            /** @description The commit that failed, that was reverted, or that an incident names. */
            sha: string | null;
            occurredAt: components["schemas"]["Instant"];
            resolvedAt: components["schemas"]["Instant"] | null;
            /** @description The precision of `occurredAt` and `resolvedAt`: the coarser of the two. */
            precision: components["schemas"]["TimePrecision"];
            /** @description Null if only start and end are known. */
            timing: components["schemas"]["FailureTiming"] | null;
            /** @description The priority that the account assigned, otherwise the severity by the provider. */
            severity: string | null;
            urgency: string | null;
            /** @description The number of people who worked on it; never who they were. */
            responders: number | null;
            /** @description Addresses of pages about the same failure: the run behind a deployment, the page behind a post-mortem. */
            references: string[];
            url: string | null;
            /** @description The time of the provider's latest change to it. An older version never overwrites a newer one. */
            version: components["schemas"]["Instant"];
            /** @description False for a planned toggle, a dependency update, a revert without a reason and the like. These are kept and shown but never clustered. */
            isFailure: boolean;
            /** @description The confidence of `isFailure`, in [0, 1]; .5 for a revert whose messages give no reason. */
            confidence: number;
            /** @description Words in a revert's messages that determined `isFailure`; absent or empty without any. */
            decidingWords?: string[];
            id: string;
            connectionId: string;
            /** @description The event that it belongs to; null until episodes are linked. */
            episodeId: string | null;
            /** @description The failure that this one repeats. A duplicate is kept and shown with it but never counted or clustered. */
            duplicateOf: string | null;
            /** @description Whether a person decided that this is or is not a failure, for it alone or for all failures with similar titles. */
            isDecided: boolean;
            patternId: string | null;
            /** @description The name that people or Refrain gave to its pattern; null if it is in none. */
            patternName: string | null;
            /** @description Whether it was assigned to its pattern by similarity alone. The next re-clustering confirms or moves it. */
            isProvisional: boolean;
            /** @description The likely cause and resolution of an incident. Null for other kinds of failures, and until the first clustering. */
            changeAssessment: {
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
                resolvedBy: {
                    kind: components["schemas"]["IncidentResolution"];
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
            /** @description Null if its text states none and no change is linked. */
            resolution: components["schemas"]["Resolution"] | null;
            /** @description The confidence and evidence of its membership; null if it is in no pattern. */
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
                /** @description The change or failure at the other end of the link. The title is null if it was deleted. */
                other: {
                    id: string;
                    title: string | null;
                    url: string | null;
                };
            }[];
        };
        /** @description The times between the start and the end of a failure, as far as the provider states them. */
        FailureTiming: {
            acknowledgedAt: components["schemas"]["Instant"] | null;
            mitigatedAt: components["schemas"]["Instant"] | null;
            /** @description When it was reopened after a resolution, oldest first. */
            reopenedAt: components["schemas"]["Instant"][];
        };
        FailuresResponse: {
            items: components["schemas"]["ListedFailure"][];
            next: string | null;
            total: number;
        };
        /** @description The fix of an issue: the pull request that closed the issue, or the closing of the issue as completed. */
        Fix: {
            /** @description The pull request; null if the issue was closed without one. */
            url: string | null;
            /** @description When it was merged or the issue was closed. */
            mergedAt: components["schemas"]["Instant"];
            /** @description The first production deployment that contains it; null while none is known. */
            deployedAt: components["schemas"]["Instant"] | null;
        };
        /** @description A fix whose effect is known. */
        FixOutcome: {
            id: string;
            patternId: string;
            title: string;
            /** @description When it entered this state. */
            stateSince: components["schemas"]["Instant"];
            /** @enum {string} */
            state: "verified" | "recurred";
            /** @description The effect in one sentence; null if it was not measured. */
            says: string | null;
        };
        /** @description Whether a pattern is expected again. */
        Forecast: {
            asOf: components["schemas"]["Instant"];
            horizons: components["schemas"]["ForecastHorizon"][];
            basis: components["schemas"]["ForecastBasis"];
        };
        /** @description The numbers behind a forecast. */
        ForecastBasis: {
            /** @description The number of counted episodes, and of the days in which they happened. */
            episodes: number;
            days: number;
            /** @description Episodes in 30 days: the observed rate of the pattern, and the typical rate of patterns in this organisation. */
            ownRate: number;
            usualRate: number;
            /** @description The weight of the typical rate in [0, 1]; it is high if the pattern's own history is short. */
            borrowed: number;
            /** @description The factor on the rate for the next 30 days, from the recency and clustering of episodes, the overall trend and the season. */
            changed: number | null;
            /** @description The part of the factor that is due to the season; null if less than a year is known. */
            season: number | null;
            /** @description The probability that the fix holds; null without a fix. */
            fixHolds: number | null;
        };
        /**
         * @description Why there is no forecast.
         * @enum {string}
         */
        ForecastGap: "history_too_short" | "no_skill" | "too_few_episodes";
        /** @description The forecast for a number of days. All four figures are null if `gap` has a reason. */
        ForecastHorizon: {
            days: number;
            /** @description The probability of at least one more episode, in (0, 1). */
            probability: number | null;
            /** @description The mean number of episodes. */
            expected: number | null;
            /** @description The interval of the number of episodes, as near to 90 % probability as whole numbers allow. */
            low: number | null;
            high: number | null;
            gap: components["schemas"]["ForecastGap"] | null;
        };
        /** @description A repository as `owner/name`, in the form that GitHub permits: an owner has letters, digits, `-` and `_`, a name also dots, but is neither `.` nor `..`. Both become parts of a request path, where dots would lead elsewhere. */
        FullRepositoryName: string;
        GitHubAppResponse: {
            /**
             * @description `created`: the App exists but is not installed yet.
             * @enum {string}
             */
            state: "waiting" | "created" | "connected";
            /** @description Null until it is connected. */
            connection: components["schemas"]["Connection"] | null;
        };
        /** @description A GitHub App before its creation; the address is for a person's browser. */
        GitHubAppStartResponse: {
            state: string;
            url: string;
            expiresAt: components["schemas"]["Instant"];
        };
        /** @description A change to the system that prevents a kind of failure or makes it harmless. */
        Guardrail: {
            /** @description Never changes, because outcomes refer to it. */
            id: string;
            name: string;
            promise: string;
            /** @description The kinds of failures that it prevents, as causes combined with triggers. `share` is an assumption: the part of these failures that it would plausibly prevent or make harmless where it applies. */
            answers: {
                causes: ("code_defect" | "configuration" | "capacity" | "dependency" | "infrastructure" | "data" | "expiry_time" | "security_access" | "process")[];
                triggers: ("deployment" | "config_push" | "traffic" | "maintenance" | "dependency_change" | "hardware" | "time")[];
                share: components["schemas"]["Span"];
            }[];
            /** @description An assumption: the share of these failures to which it applies even without a signal. Low for guardrails against one specific thing. */
            breadth: number;
            speaksFor: components["schemas"]["GuardrailSignal"][];
            speaksAgainst: components["schemas"]["GuardrailSignal"][];
            /** @description The steps to introduce it, independent of tools. */
            steps: string[];
            /** @description A check that fails while the guardrail is missing, and a figure to watch. */
            proof: {
                check: string;
                figure: string;
            };
            /** @description An assumption, for one service or pipeline. */
            effort: {
                size: components["schemas"]["EffortSize"];
                days: components["schemas"]["Span"];
            };
            doesNotCatch: string[];
            sources: components["schemas"]["GuardrailSource"][];
        };
        /** @description Every factor of a recommendation's value, so that a person can recompute it. */
        GuardrailArithmetic: {
            horizonDays: number;
            /** @description The expected number of episodes within the horizon without a change; null without a forecast. */
            expectedEpisodes: components["schemas"]["Estimate"] | null;
            /** @description The confidence that cause and trigger are among those that it prevents, in [0, 1]. */
            kindMatch: number;
            /** @description The assumed breadth of the guardrail. */
            breadth: number;
            /** @description The combined strength of the signals for it, as a mean over the episodes, in [0, 1]. */
            signals: number;
            /** @description The probability that it applies to an episode, as a mean over the episodes, in [0, 1], after the signals against it. */
            fit: number;
            /** @description The share of applicable episodes that it would prevent: an assumption. */
            share: components["schemas"]["Span"];
            /** @description Past outcomes in this organisation: their weights, and the factor on the share that follows from them. */
            history: {
                held: number;
                cameBack: number;
                factor: number;
            };
            /** @description Expected episodes × fit × share × history. */
            avoidedEpisodes: components["schemas"]["Span"] | null;
            /** @description People-hours per episode; null if they are unknown. */
            costHours: components["schemas"]["Span"] | null;
            effortDays: components["schemas"]["Span"];
            /** @description Avoided episodes × cost ÷ effort, from worst to best: people-hours saved per day of work. Null if a factor is. */
            hoursSavedPerDay: components["schemas"]["Span"] | null;
            /** @description The ranking score: the product of the means of all known factors. */
            value: number;
            /** @description The same computation as a sentence. */
            explanation: string;
        };
        /** @description The recommended guardrails of a pattern, those that were tried, and what is unknown. */
        GuardrailChoice: {
            /** @description Sorted best first; empty if nothing fits. */
            recommendations: components["schemas"]["Recommendation"][];
            /** @description Guardrails that were introduced for this pattern, whatever their outcome. */
            tried: components["schemas"]["GuardrailOutcome"][];
            /** @description Facts that would decide the choice if they were known. */
            openQuestions: string[];
        };
        /** @description One reason for or against a guardrail, with the failures that show it. */
        GuardrailEvidence: {
            /** @description One sentence. It contains no ingested text except words that the library knows. */
            says: string;
            failureIds: string[];
            episodes: number;
            /** @description The strength of the signal, in (0, 1]. */
            strength: number;
        };
        /** @description The effect of a guardrail that was introduced because of a pattern. */
        GuardrailOutcome: {
            guardrailId: string;
            /** @description The pattern for which it was introduced; null if that is no longer known. */
            patternId: string | null;
            outcome: components["schemas"]["EffectVerdict"];
            /** @description The likely causes of that pattern. */
            causes: components["schemas"]["Cause"][];
        };
        /** @description An observation in a failure, episode or pattern that speaks for or against a guardrail. */
        GuardrailSignal: {
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
            on: "resolution";
            resolution: components["schemas"]["ResolutionKind"];
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
        /** @description A public document with chapter and section. */
        GuardrailSource: {
            title: string;
            /** Format: uri */
            url: string;
        };
        GuardrailsResponse: {
            items: components["schemas"]["ListedGuardrail"][];
            next: string | null;
            total: number;
        };
        /** @description Hours of impact of several episodes. An episode lasts while at least one of its incidents or failed deployments is open. */
        ImpactHours: {
            /** @description The sum over episodes with a known duration. One long episode can dominate it: compare it with the median. */
            total: number;
            /** @description Null if no episode has a known duration. */
            median: number | null;
            /** @description Episodes with a known duration; the others do not count as 0. */
            told: number;
            episodes: number;
        };
        ImportResponse: {
            connection: components["schemas"]["Connection"];
            received: number;
            /** @description Records that were not known before. */
            stored: number;
        };
        /** @description The systemic fix for a pattern and its GitHub issue. */
        Improvement: {
            id: string;
            patternId: string;
            state: components["schemas"]["ImprovementState"];
            /** @description When it entered this state. */
            stateSince: components["schemas"]["Instant"];
            /** @description Why it is in this state, in one sentence. */
            reason: string | null;
            /** @description The repository for the issue, as `owner/name`, or its current one; null while it is unknown. */
            repository: string | null;
            title: string;
            /** @description The introduction by the person who approved it; Markdown is shown verbatim. */
            note: string | null;
            /** @description The proposed guardrail; null if none is recommended. */
            guardrailId: string | null;
            /** @description The people-hours of the pattern's episodes within the policy's window; null if they are unknown. */
            peopleHours: number | null;
            issueNumber: number | null;
            issueUrl: string | null;
            /** @description Null before it is opened. */
            issueState: components["schemas"]["IssueState"] | null;
            /** @description The address of the previous issue, whose fix did not last; null if there was none. */
            previousIssueUrl: string | null;
            /** @description The formatted name of the approver; null before the approval. */
            approvedBy: string | null;
            /** @description The approver; null before the approval, and if an earlier version recorded it. */
            approver: components["schemas"]["Decider"] | null;
            /** @description When its issue was first recorded; null before. */
            openedAt: components["schemas"]["Instant"] | null;
            /** @description The end of the snooze that a person requested; null if nobody did. */
            snoozedUntil: components["schemas"]["Instant"] | null;
            /** @description Null while nothing is fixed. */
            fix: components["schemas"]["Fix"] | null;
            /** @description The effect of the fix since its deployment; null before the first measurement. */
            effect: components["schemas"]["Effect"] | null;
            /** @description Sorted oldest first. */
            pastFixes: components["schemas"]["PastFix"][];
            /** @description Why the latest write to the issue failed and what to do; null if it succeeded. */
            problem: string | null;
            createdAt: components["schemas"]["Instant"];
            updatedAt: components["schemas"]["Instant"];
        };
        /** @description An organisation's settings for which patterns deserve an issue and how issues are opened. */
        ImprovementPolicy: {
            /** @default propose */
            mode: components["schemas"]["PolicyMode"];
            /**
             * @description Whether Refrain only lists its intended writes and writes nothing to a provider, except the webhook for its events.
             * @default false
             */
            dryRun: boolean;
            /**
             * @description The minimum number of episodes …
             * @default 3
             */
            minEpisodes: number;
            /**
             * @description … within this number of days until now.
             * @default 365
             */
            windowDays: number;
            /**
             * @description The minimum confidence of the pattern, in [0, 1]. In generated organisations, 191 of 200 patterns above the default consist of one failure, and 8 of 28 below it.
             * @default 0.8
             */
            minConfidence: number;
            /**
             * @description The minimum people-hours of the episodes in the window, unless the pattern is rising or has returned; 0 disables the condition.
             * @default 8
             */
            minPeopleHours: number;
            /**
             * @description Limits for issues that the policy opens on its own: open issues in total, open issues per repository, and new issues in seven days.
             * @default 10
             */
            maxOpen: number;
            /** @default 3 */
            maxOpenPerRepository: number;
            /** @default 3 */
            maxPerWeek: number;
            /**
             * @description The hours in which the policy may open issues on its own; null for any time.
             * @default null
             */
            quietOutside: components["schemas"]["WorkingTime"] | null;
            /**
             * @description The repository, as `owner/name`, of issues whose repository is unknown.
             * @default null
             */
            fallbackRepository: components["schemas"]["FullRepositoryName"] | null;
            /**
             * @description The label of every issue, by which issues are found again.
             * @default refrain
             */
            label: string;
            /**
             * @description Labels by which people accept or decline an issue.
             * @default refrain: accepted
             */
            acceptedLabel: string;
            /** @default refrain: not systemic */
            declinedLabel: string;
            /**
             * @description Names of the services whose incidents get a note if they resemble earlier ones; `*` means all.
             * @default []
             */
            notesFor: string[];
            /**
             * @description The e-mail address of the PagerDuty user who signs the notes; PagerDuty requires one.
             * @default null
             */
            notesFrom: string | null;
            /**
             * @description Whether open pull requests get a check if they resemble changes that failed; requires a GitHub App.
             * @default false
             */
            checkPulls: boolean;
            /**
             * @description The approximate maximum share of pull requests that get a check, in (0, .1].
             * @default 0.02
             */
            checkedShare: number;
            /**
             * @description Whether an issue is reopened or gets a follow-up if its failure comes back after the fix.
             * @default reopen
             * @enum {string}
             */
            onRecurrence: "reopen" | "follow_up";
        };
        /** @description An organisation's settings for which patterns deserve an issue and how issues are opened. */
        ImprovementPolicyOutput: {
            /** @default propose */
            mode: components["schemas"]["PolicyMode"];
            /**
             * @description Whether Refrain only lists its intended writes and writes nothing to a provider, except the webhook for its events.
             * @default false
             */
            dryRun: boolean;
            /**
             * @description The minimum number of episodes …
             * @default 3
             */
            minEpisodes: number;
            /**
             * @description … within this number of days until now.
             * @default 365
             */
            windowDays: number;
            /**
             * @description The minimum confidence of the pattern, in [0, 1]. In generated organisations, 191 of 200 patterns above the default consist of one failure, and 8 of 28 below it.
             * @default 0.8
             */
            minConfidence: number;
            /**
             * @description The minimum people-hours of the episodes in the window, unless the pattern is rising or has returned; 0 disables the condition.
             * @default 8
             */
            minPeopleHours: number;
            /**
             * @description Limits for issues that the policy opens on its own: open issues in total, open issues per repository, and new issues in seven days.
             * @default 10
             */
            maxOpen: number;
            /** @default 3 */
            maxOpenPerRepository: number;
            /** @default 3 */
            maxPerWeek: number;
            /**
             * @description The hours in which the policy may open issues on its own; null for any time.
             * @default null
             */
            quietOutside: components["schemas"]["WorkingTimeOutput"] | null;
            /**
             * @description The repository, as `owner/name`, of issues whose repository is unknown.
             * @default null
             */
            fallbackRepository: components["schemas"]["FullRepositoryName"] | null;
            /**
             * @description The label of every issue, by which issues are found again.
             * @default refrain
             */
            label: string;
            /**
             * @description Labels by which people accept or decline an issue.
             * @default refrain: accepted
             */
            acceptedLabel: string;
            /** @default refrain: not systemic */
            declinedLabel: string;
            /**
             * @description Names of the services whose incidents get a note if they resemble earlier ones; `*` means all.
             * @default []
             */
            notesFor: string[];
            /**
             * @description The e-mail address of the PagerDuty user who signs the notes; PagerDuty requires one.
             * @default null
             */
            notesFrom: string | null;
            /**
             * @description Whether open pull requests get a check if they resemble changes that failed; requires a GitHub App.
             * @default false
             */
            checkPulls: boolean;
            /**
             * @description The approximate maximum share of pull requests that get a check, in (0, .1].
             * @default 0.02
             */
            checkedShare: number;
            /**
             * @description Whether an issue is reopened or gets a follow-up if its failure comes back after the fix.
             * @default reopen
             * @enum {string}
             */
            onRecurrence: "reopen" | "follow_up";
        };
        /** @enum {string} */
        ImprovementState: "proposed" | "approved" | "opened" | "accepted" | "declined" | "fixed" | "verified" | "recurred";
        ImprovementsResponse: {
            items: components["schemas"]["Improvement"][];
            next: string | null;
            total: number;
        };
        /**
         * @description How an incident ended. `revert`: its cause was reverted. `rollback`: an older state was deployed again. `fix`: another change repaired it. `manual`: its text describes a step that is no change. `self_resolved`: no change was near and the text describes no step.
         * @enum {string}
         */
        IncidentResolution: "revert" | "rollback" | "fix" | "manual" | "self_resolved" | "unknown";
        /**
         * Format: date-time
         * @description A point in time in UTC with milliseconds, such as `2026-01-31T08:15:00.000Z`. Its text order is its time order.
         */
        Instant: string;
        /** @description The issue as it would be written. */
        IssuePreview: {
            /** @description Null while the repository is unknown. */
            repository: string | null;
            title: string;
            /** @description In GitHub Markdown. */
            body: string;
            labels: string[];
        };
        /**
         * @description The state of an issue by GitHub or as last known: open, or the reason for its closing.
         * @enum {string}
         */
        IssueState: "open" | "completed" | "not_planned" | "duplicate";
        /** @description The re-encryption of all stored data. */
        KeyRotation: {
            /** @description The key that encrypts everything when the rotation is done. */
            keyId: string;
            /** @enum {string} */
            state: "running" | "done";
            /** @description Values to re-encrypt when the rotation began. */
            total: number;
            done: number;
            /** @description Values that no known key decrypts, or that a process keeps encrypting with another key. They stay unchanged. */
            unreadable: number;
            requestedBy: string;
            begunAt: components["schemas"]["Instant"];
            endedAt: components["schemas"]["Instant"] | null;
        };
        /** @description A key that encrypts stored data. The id reveals nothing about the key. */
        KeyUse: {
            /** @description A string of 8 hexadecimal digits. */
            id: string;
            /** @description Whether it encrypts new data. */
            isPresent: boolean;
            /** @description Whether the responding process has the key. */
            isGiven: boolean;
            /** @description Whether stored data need the key, or may soon. A key that is not needed can be removed. */
            isNeeded: boolean;
            values: number;
        };
        /** @description The resolution of a pattern's newest failure whose resolution is known. */
        LatestResolution: {
            /** @description Null if its text states none. */
            stated: components["schemas"]["StatedResolution"] | null;
            /** @description Null if no change is linked. The revert of a reverted change does not count. */
            change: components["schemas"]["ResolvingChange"] | null;
            failureId: string;
            occurredAt: components["schemas"]["Instant"];
            precision: components["schemas"]["TimePrecision"];
        };
        /** @description A pattern in the failure library, to learn from before it happens. */
        LibraryEntry: {
            pattern: components["schemas"]["Pattern"];
            recurrence: components["schemas"]["Recurrence"] | null;
            /** @description The first recommendation of its report. */
            guardrail: components["schemas"]["Guardrail"] | null;
            /** @description Some of its episodes, newest first. */
            episodes: components["schemas"]["ReportSource"][];
        };
        /** @description A file of the exported library. `path` stays within its folder. */
        LibraryFile: {
            path: string;
            content: string;
        };
        LibraryFilesResponse: {
            items: components["schemas"]["LibraryFile"][];
        };
        LibraryResponse: {
            items: components["schemas"]["LibraryEntry"][];
            next: string | null;
            total: number;
        };
        LikelyCause: {
            cause: components["schemas"]["Cause"];
            confidence: number;
            evidence: string[];
        };
        /** @description The pattern to which the query most likely belongs. */
        LikelyPattern: {
            id: string;
            /** @description A readable phrase. */
            name: string;
            episodes: number;
            lastAt: components["schemas"]["Instant"];
            /** @description A blameless summary: the condition, what the system allowed, the symptoms, and the resolution. */
            lesson: string;
            /** @description In [0, 1]. */
            confidence: number;
            /** @description The resolution of its newest failure with a known resolution. */
            latestResolution: components["schemas"]["LatestResolution"] | null;
        };
        LikelyTrigger: {
            trigger: components["schemas"]["Trigger"];
            confidence: number;
            evidence: string[];
        };
        /** @description States that a pattern was split from another one or merged into it. */
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
        LinkType: "caused_by" | "resolved_by" | "shipped_by" | "same_episode";
        /** @description A check with the outcome of its pull request, which shows whether the warning was right. */
        ListedCheck: {
            id: string;
            connectionId: string;
            /** @description As `owner/name`. */
            repository: string;
            number: number;
            /** @description The commit that it is attached to. */
            headSha: string;
            state: components["schemas"]["PullCheckState"];
            /** @description The pattern that it resembles; null if the similar failures belong to none. */
            patternId: string | null;
            /** @description The similar earlier failures, most relevant first. */
            failureIds: string[];
            /** @description The calibrated probability in [0, 1] that it causes a failure, and the average of all changes. */
            score: number;
            usual: number;
            /** @description Its address; null before it is written. */
            url: string | null;
            at: components["schemas"]["Instant"];
            outcome: components["schemas"]["CheckedOutcome"];
        };
        /** @description A correction with its latest author; null if it predates the recording of authors. */
        ListedCorrection: {
            id: string;
            decision: components["schemas"]["CorrectionDecisionOutput"];
            decidedAt: components["schemas"]["Instant"];
            decidedBy: components["schemas"]["Decider"] | null;
        };
        /** @description A digest as lists show it. */
        ListedDigest: {
            scope: components["schemas"]["DigestScope"];
            period: components["schemas"]["DigestPeriod"];
            episodes: number;
            episodesBefore: number;
            /** @description The time of the newest failure that was known when the digest was written. */
            asOf: components["schemas"]["Instant"];
            id: string;
            title: string;
            createdAt: components["schemas"]["Instant"];
        };
        ListedFailure: {
            kind: components["schemas"]["FailureKind"];
            /** @description The provider's own id, unique within connection and kind: `acme/api#deployment/42`, `PD12345`. */
            externalId: string;
            title: string;
            /** @description All known text, with people replaced by roles. May be empty. */
            text: string;
            /** @description Service names as the provider spells them. */
            services: string[];
            /** @description As `owner/name`. */
            repository: string | null;
            environment: string | null;
            /** @description Paths of the files that were changed or named, relative to the repository. */
            paths: string[];
            /** @description The commit that failed, that was reverted, or that an incident names. */
            sha: string | null;
            occurredAt: components["schemas"]["Instant"];
            resolvedAt: components["schemas"]["Instant"] | null;
            /** @description The precision of `occurredAt` and `resolvedAt`: the coarser of the two. */
            precision: components["schemas"]["TimePrecision"];
            /** @description Null if only start and end are known. */
            timing: components["schemas"]["FailureTiming"] | null;
            /** @description The priority that the account assigned, otherwise the severity by the provider. */
            severity: string | null;
            urgency: string | null;
            /** @description The number of people who worked on it; never who they were. */
            responders: number | null;
            /** @description Addresses of pages about the same failure: the run behind a deployment, the page behind a post-mortem. */
            references: string[];
            url: string | null;
            /** @description The time of the provider's latest change to it. An older version never overwrites a newer one. */
            version: components["schemas"]["Instant"];
            /** @description False for a planned toggle, a dependency update, a revert without a reason and the like. These are kept and shown but never clustered. */
            isFailure: boolean;
            /** @description The confidence of `isFailure`, in [0, 1]; .5 for a revert whose messages give no reason. */
            confidence: number;
            /** @description Words in a revert's messages that determined `isFailure`; absent or empty without any. */
            decidingWords?: string[];
            id: string;
            connectionId: string;
            /** @description The event that it belongs to; null until episodes are linked. */
            episodeId: string | null;
            /** @description The failure that this one repeats. A duplicate is kept and shown with it but never counted or clustered. */
            duplicateOf: string | null;
            /** @description Whether a person decided that this is or is not a failure, for it alone or for all failures with similar titles. */
            isDecided: boolean;
            patternId: string | null;
            /** @description The name that people or Refrain gave to its pattern; null if it is in none. */
            patternName: string | null;
            /** @description Whether it was assigned to its pattern by similarity alone. The next re-clustering confirms or moves it. */
            isProvisional: boolean;
        };
        /** @description A guardrail as lists show it. */
        ListedGuardrail: {
            /** @description Never changes, because outcomes refer to it. */
            id: string;
            name: string;
            promise: string;
            /** @description The kinds of failures that it prevents, as causes combined with triggers. `share` is an assumption: the part of these failures that it would plausibly prevent or make harmless where it applies. */
            answers: {
                causes: ("code_defect" | "configuration" | "capacity" | "dependency" | "infrastructure" | "data" | "expiry_time" | "security_access" | "process")[];
                triggers: ("deployment" | "config_push" | "traffic" | "maintenance" | "dependency_change" | "hardware" | "time")[];
                share: components["schemas"]["Span"];
            }[];
            /** @description An assumption: the share of these failures to which it applies even without a signal. Low for guardrails against one specific thing. */
            breadth: number;
            /** @description The steps to introduce it, independent of tools. */
            steps: string[];
            /** @description A check that fails while the guardrail is missing, and a figure to watch. */
            proof: {
                check: string;
                figure: string;
            };
            /** @description An assumption, for one service or pipeline. */
            effort: {
                size: components["schemas"]["EffortSize"];
                days: components["schemas"]["Span"];
            };
            doesNotCatch: string[];
            sources: components["schemas"]["GuardrailSource"][];
        };
        /** @description A pattern with the figures that help a reader choose among many. */
        ListedPattern: {
            id: string;
            /** @description A readable phrase. */
            name: string;
            /** @description A blameless summary: the condition, what the system allowed, the symptoms, and the resolution. */
            lesson: string;
            /** @description The parts of the lesson. Absent in patterns of earlier versions. */
            scenario?: components["schemas"]["Scenario"];
            /** @description The terms that distinguish it from other patterns, strongest first. */
            terms: string[];
            cause: components["schemas"]["Cause"];
            trigger: components["schemas"]["Trigger"];
            /** @description All likely causes, the one with the most support among the members first. Each has the confidence of its surest member, rounded to tenths because nothing finer is known. Absent in patterns of earlier versions. */
            causes?: components["schemas"]["LikelyCause"][];
            triggers?: components["schemas"]["LikelyTrigger"][];
            services: string[];
            repositories: string[];
            /** @description How well its members hold together, in [0, 1]. */
            confidence: number;
            /** @description The number of members by kind. */
            kinds: {
                incident: number;
                failed_deployment: number;
                reverted_change: number;
            };
            episodes: number;
            /** @description The ranking score: impact hours, severity and recency of incidents, then failed deployments, then reverts. A higher value is worse. */
            harm: number;
            firstAt: components["schemas"]["Instant"];
            lastAt: components["schemas"]["Instant"];
            /** @description A person's latest judgement; null if nobody judged the pattern. */
            judgement: components["schemas"]["PatternJudgement"] | null;
            /** @description Null before the first measurement, and if the pattern has too few episodes. */
            recurrence: components["schemas"]["Recurrence"] | null;
            /** @description The direction of the weekly rate; null while too little time is known. */
            direction: components["schemas"]["TrendDirection"] | null;
            /** @description The probability of at least one more episode within 30 days; null if no forecast is shown. */
            probability30: number | null;
            /** @description Null if no improvement was proposed. */
            improvement: {
                id: string;
                state: components["schemas"]["ImprovementState"];
            } | null;
        };
        /** @description A report as lists show it. */
        ListedReport: {
            id: string;
            patternId: string;
            createdAt: components["schemas"]["Instant"];
            episodes: number;
            asOf: components["schemas"]["Instant"];
        };
        ListedRevertTemplate: {
            /** @description As `owner/name`. */
            repository: string;
            template: string;
            /** @description The number of matching reverts. The verdicts are those from the messages, regardless of people's decisions. */
            reverts: number;
            failures: number;
            planned: number;
            unclear: number;
            /** @description Reverts that share an episode with an incident or a failed deployment. */
            linked: number;
            /** @description Titles of the newest ones. */
            examples: {
                failureId: string;
                title: string;
            }[];
            /** @description The time of the newest one; null if no revert matches a template that a person judged. */
            lastAt: components["schemas"]["Instant"] | null;
            /** @description Whether a person should judge them: some count as failures by their messages alone, and none belongs to an incident or a failed deployment. False after a decision. */
            isAsked: boolean;
            /** @description The correction by which a person judged all of them; null if nobody did. */
            decision: {
                correctionId: string;
                areFailures: boolean;
                decidedAt: components["schemas"]["Instant"];
            } | null;
        };
        /** @description The changes and episodes of each location, to which the counts of one pattern are compared. */
        MapBaseline: {
            from: components["schemas"]["Instant"];
            until: components["schemas"]["Instant"];
            places: {
                service: string | null;
                repository: string | null;
                changes: number | null;
                episodes: number;
            }[];
        };
        /** @description A rate per exposure, in the unit that the name of its field states. */
        MapRate: {
            /** @description The observed rate. */
            observed: number;
            /** @description The rate over all compared cells together. */
            organisation: number;
            /** @description The estimated rate of the cell, drawn towards the organisation's rate the more the fewer data there are. */
            estimate: number;
            /** @description The ends of the 90 % interval of the cell's rate. */
            low: number;
            high: number;
            /** @description Whether the interval is above the organisation's rate and the difference is significant given the number of cells. */
            isAbove: boolean;
        };
        /** @description A row of the map: a service, or a repository without a known service. */
        MapService: {
            service: string | null;
            repository: string | null;
            /** @description The number of opportunities to fail; null if the repositories of the service are unknown. */
            changes: number | null;
            episodes: number;
            hours: components["schemas"]["ImpactHours"];
            episodeIds: string[];
        };
        /** @description The statistics of the organisation. */
        Measurement: {
            asOf: components["schemas"]["Instant"];
            /** @description The trends of the organisation, and of each service by name; null while too little time is known. */
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
            /** @description Episodes per exposure by week; null while too little time is known. */
            controlChart: components["schemas"]["ControlChart"] | null;
            /** @description The durations of episodes. */
            durations: components["schemas"]["DurationSummary"];
            /** @description The DORA metrics of the last 90 days; null while too little time is known. */
            delivery: components["schemas"]["DeliveryMetrics"] | null;
            /** @description The backtest of the patterns' forecasts; null while too little time is known. */
            backtest: components["schemas"]["Backtest"] | null;
            /** @description Null while too little time is known; absent in measurements of earlier versions. */
            baseline?: components["schemas"]["MapBaseline"] | null;
            /** @description The most frequent titles of reverts, as templates, most frequent first; absent in measurements of earlier versions. */
            revertTemplates?: components["schemas"]["RevertTemplate"][];
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
        /** @description The secret that signs deliveries, shown only once; null for Slack, where the address is the secret. */
        NewSubscriptionResponse: {
            subscription: components["schemas"]["Subscription"];
            secret: string | null;
        };
        NewToken: {
            name: components["schemas"]["VisibleName"];
            /** @default null */
            expiresAt: components["schemas"]["Instant"] | null;
            /** @description Defaults to everything that the creator may do. */
            scopes?: components["schemas"]["Scope"][];
        };
        /** @description The secret of the token is returned only once. */
        NewTokenResponse: {
            id: string;
            token: string;
        };
        /** @description A user who signs in by links that an admin creates. */
        NewUser: {
            name: components["schemas"]["VisibleName"];
            role: components["schemas"]["Role"];
        };
        /** @description The session of a signed-in browser. */
        OpenSession: {
            id: string;
            via: components["schemas"]["SessionVia"];
            /** @description The browser and system, such as `Firefox on Linux`; null if the browser does not send them. */
            client: string | null;
            startedAt: components["schemas"]["Instant"];
            /** @description Exact to a minute. */
            lastUsedAt: components["schemas"]["Instant"];
            /** @description The latest end of the session; it also ends a day after its last use. */
            expiresAt: components["schemas"]["Instant"];
            /** @description Whether this request belongs to the session. */
            isCurrent: boolean;
        };
        /** @description The state and trend of an organisation on one screen. */
        Overview: {
            /** @description The time up to which the measurement covers failures; null before the first one. */
            asOf: components["schemas"]["Instant"] | null;
            failures: number;
            patterns: number;
            /** @description Whether any data are still being processed. */
            busy: boolean;
            connections: number;
            /** @description The last 52 weeks with their signals; null while too little time is known. */
            controlChart: components["schemas"]["ControlChart"] | null;
            /** @description Null while too little time is known. */
            trend: components["schemas"]["OverviewTrend"] | null;
            /** @description Patterns by their development. A pattern can be in several lists. */
            became: {
                /** @description Patterns that began in the last 30 days. */
                fresh: {
                    total: number;
                    items: {
                        id: string;
                        name: string;
                        episodes: number;
                        lastAt: components["schemas"]["Instant"];
                        probability30: number | null;
                    }[];
                };
                /** @description Patterns with a significant rise, corrected for the number of patterns. */
                rising: {
                    total: number;
                    items: {
                        id: string;
                        name: string;
                        episodes: number;
                        lastAt: components["schemas"]["Instant"];
                        probability30: number | null;
                    }[];
                };
                /** @description Patterns that had stopped and came back in the last 90 days. */
                returned: {
                    total: number;
                    items: {
                        id: string;
                        name: string;
                        episodes: number;
                        lastAt: components["schemas"]["Instant"];
                        probability30: number | null;
                    }[];
                };
            };
            fixes: {
                byState: {
                    [key: string]: number;
                };
                /** @description The five latest fixes with a verdict, newest first. */
                newest: components["schemas"]["FixOutcome"][];
            };
            /** @description Null before the first measurement. */
            next30Days: components["schemas"]["OverviewForecast"] | null;
            /** @description The map of the previous measurement while a newer one is computed, as `until` shows; null before the first one. */
            map: components["schemas"]["OverviewMap"] | null;
            completeness: components["schemas"]["Completeness"];
        };
        OverviewForecast: {
            /** @description The expected episodes of all patterns with a forecast together; null if none has one. */
            expected: number | null;
            /** @description The patterns most likely to recur, at most five. */
            patterns: {
                id: string;
                name: string;
                probability: number;
                expected: number;
            }[];
            /** @description Why there is no forecast; null if there is one. */
            gap: components["schemas"]["ForecastGap"] | null;
            /** @description The backtest of these forecasts; null if the history is too short. */
            backtest: {
                brierSkill: number | null;
                skillLow: number | null;
                skillHigh: number | null;
                coverage90: number | null;
            } | null;
        };
        /** @description The failure map of the last year, limited to the locations with most episodes. */
        OverviewMap: {
            from: components["schemas"]["Instant"];
            until: components["schemas"]["Instant"];
            /** @description The number of episodes in the map. An episode that affected several services is in the cells of each. */
            episodes: number;
            /** @description At most twelve, most episodes first. */
            services: {
                service: string | null;
                repository: string | null;
                episodes: number;
            }[];
            /** @description The causes of the cells, in the order of the `Cause` list. */
            causes: components["schemas"]["Cause"][];
            /** @description Only cells of these locations with episodes. Sorted by location, then cause. */
            cells: {
                service: string | null;
                repository: string | null;
                cause: components["schemas"]["Cause"];
                episodes: number;
                standsOut: boolean;
            }[];
        };
        /** @description Whether the organisation fails less often than before. */
        OverviewTrend: {
            direction: components["schemas"]["TrendDirection"];
            /**
             * @description Per hundred changes if the number of changes is known.
             * @enum {string}
             */
            unit: "100_changes" | "week";
            /** @description The rate of the recent window divided by the earlier rate; null if the known time is too short for two windows. */
            ratio: {
                value: number | null;
                low: number;
                high: number | null;
            } | null;
            /** @description The ratio as a sentence; null without a comparison. */
            says: string | null;
        };
        /** @description A fix that was followed by another one, with its effect. */
        PastFix: {
            /** @description The pull request; null if the issue was closed without one. */
            url: string | null;
            /** @description When it was merged or the issue was closed. */
            mergedAt: components["schemas"]["Instant"];
            /** @description The first production deployment that contains it; null while none is known. */
            deployedAt: components["schemas"]["Instant"] | null;
            guardrailId: string | null;
            /** @description Null if the next fix came before a verdict. */
            verdict: components["schemas"]["EffectVerdict"] | null;
        };
        /** @description A folder whose changes fail more often than those of the rest of its repository. */
        PathHotspot: {
            /** @description As `owner/name`. */
            repository: string;
            /** @description A folder without leading or trailing slashes. */
            path: string;
            episodes: number;
            hours: components["schemas"]["ImpactHours"];
            episodeIds: string[];
            /** @description Changes that touched it. */
            changes: number;
            /** @description The number of episodes that its share of the repository's changes would predict. */
            expected: number;
            per100Changes: components["schemas"]["MapRate"];
        };
        /** @description A pattern at one moment, without the texts of its members. */
        Pattern: {
            id: string;
            /** @description A readable phrase. */
            name: string;
            /** @description A blameless summary: the condition, what the system allowed, the symptoms, and the resolution. */
            lesson: string;
            /** @description The parts of the lesson. Absent in patterns of earlier versions. */
            scenario?: components["schemas"]["Scenario"];
            /** @description The terms that distinguish it from other patterns, strongest first. */
            terms: string[];
            cause: components["schemas"]["Cause"];
            trigger: components["schemas"]["Trigger"];
            /** @description All likely causes, the one with the most support among the members first. Each has the confidence of its surest member, rounded to tenths because nothing finer is known. Absent in patterns of earlier versions. */
            causes?: components["schemas"]["LikelyCause"][];
            triggers?: components["schemas"]["LikelyTrigger"][];
            services: string[];
            repositories: string[];
            /** @description How well its members hold together, in [0, 1]. */
            confidence: number;
            /** @description The number of members by kind. */
            kinds: {
                incident: number;
                failed_deployment: number;
                reverted_change: number;
            };
            episodes: number;
            /** @description The ranking score: impact hours, severity and recency of incidents, then failed deployments, then reverts. A higher value is worse. */
            harm: number;
            firstAt: components["schemas"]["Instant"];
            lastAt: components["schemas"]["Instant"];
            /** @description A person's latest judgement. Null or absent if nobody judged the pattern. */
            judgement?: components["schemas"]["PatternJudgement"] | null;
        };
        /** @description For each facet, the number of patterns that the list would have with each value, given all other filters. Sorted by count, highest first. Values without a pattern are absent. */
        PatternFacets: {
            /** @description A pattern counts for each kind of failure that it contains. */
            kind: {
                value: components["schemas"]["FailureKind"];
                count: number;
            }[];
            cause: {
                value: components["schemas"]["Cause"];
                count: number;
            }[];
            trigger: {
                value: components["schemas"]["Trigger"];
                count: number;
            }[];
            /** @description At most 100 values. A pattern counts for each of its services. */
            service: {
                value: string;
                count: number;
            }[];
            /** @description At most 100 values. A pattern counts for each of its repositories. */
            repository: {
                value: string;
                count: number;
            }[];
            recurrence: {
                value: components["schemas"]["Recurrence"];
                count: number;
            }[];
            direction: {
                value: components["schemas"]["TrendDirection"];
                count: number;
            }[];
            judgement: {
                /** @enum {string} */
                value: "confirmed" | "dismissed" | "none";
                count: number;
            }[];
            improvement: {
                /** @enum {string} */
                value: "proposed" | "approved" | "opened" | "accepted" | "declined" | "fixed" | "verified" | "recurred" | "none";
                count: number;
            }[];
        };
        /**
         * @description A person's judgement of a pattern: confirmed, or dismissed as not worth watching.
         * @enum {string}
         */
        PatternJudgement: "confirmed" | "dismissed";
        /** @description The locations of a pattern. */
        PatternMap: {
            from: components["schemas"]["Instant"];
            until: components["schemas"]["Instant"];
            /** @description Only locations with episodes; significant ones first, then by episodes. */
            cells: {
                service: string | null;
                repository: string | null;
                episodes: number;
                hours: components["schemas"]["ImpactHours"];
                episodeIds: string[];
                per100Changes: components["schemas"]["MapRate"] | null;
                per30Days: components["schemas"]["MapRate"] | null;
                per100Episodes: components["schemas"]["MapRate"] | null;
                standsOut: boolean;
            }[];
            /** @description The number of compared locations, including those without episodes. */
            compared: number;
            /** @description Sorted by episodes, most first. Of nested folders with the same episodes only the innermost is listed. */
            folders: components["schemas"]["SharedFolder"][];
            /** @description Episodes with known file paths. */
            episodesWithPaths: number;
        };
        /** @description The statistics of one pattern. */
        PatternMeasurement: {
            asOf: components["schemas"]["Instant"];
            recurrence: components["schemas"]["Recurrence"] | null;
            /** @description Null while too little time is known. */
            trend: components["schemas"]["Trend"] | null;
            /** @description Null while too little time is known. */
            forecast: components["schemas"]["Forecast"] | null;
            cost: components["schemas"]["Cost"];
        };
        /** @description An immutable description of a pattern. Every claim can be traced to its failures. */
        PatternReport: {
            pattern: components["schemas"]["Pattern"];
            members: components["schemas"]["ReportMember"][];
            links: components["schemas"]["ReportLink"][];
            /** @description All failures, and those that belong to a pattern: how complete the picture is. */
            coverage: {
                failures: number;
                inPatterns: number;
            };
            /** @description The time up to which failures would be known. */
            asOf: components["schemas"]["Instant"];
            /** @description The statistics of the pattern; null before the first measurement, absent in reports of earlier versions. */
            measurement?: components["schemas"]["PatternMeasurement"] | null;
            /** @description The backtest of such forecasts in this organisation. Absent in reports of earlier versions. */
            backtest?: components["schemas"]["Backtest"] | null;
            /** @description The locations of the pattern. Absent before the first measurement and in reports of earlier versions. */
            map?: components["schemas"]["PatternMap"];
            /** @description The recommended guardrails with their evidence. Absent in reports of earlier versions. */
            choice?: components["schemas"]["GuardrailChoice"];
            /** @description The current improvement; absent if there is none, and in reports of earlier versions. */
            improvement?: {
                id: string;
                state: components["schemas"]["ImprovementState"];
                title: string;
                issueUrl: string | null;
                updatedAt: components["schemas"]["Instant"];
            };
            /** @description The readable content. Absent in reports of earlier versions. */
            document?: components["schemas"]["ReportDocument"];
        };
        PatternResponse: {
            id: string;
            /** @description A readable phrase. */
            name: string;
            /** @description A blameless summary: the condition, what the system allowed, the symptoms, and the resolution. */
            lesson: string;
            /** @description The parts of the lesson. Absent in patterns of earlier versions. */
            scenario?: components["schemas"]["Scenario"];
            /** @description The terms that distinguish it from other patterns, strongest first. */
            terms: string[];
            cause: components["schemas"]["Cause"];
            trigger: components["schemas"]["Trigger"];
            /** @description All likely causes, the one with the most support among the members first. Each has the confidence of its surest member, rounded to tenths because nothing finer is known. Absent in patterns of earlier versions. */
            causes?: components["schemas"]["LikelyCause"][];
            triggers?: components["schemas"]["LikelyTrigger"][];
            services: string[];
            repositories: string[];
            /** @description How well its members hold together, in [0, 1]. */
            confidence: number;
            /** @description The number of members by kind. */
            kinds: {
                incident: number;
                failed_deployment: number;
                reverted_change: number;
            };
            episodes: number;
            /** @description The ranking score: impact hours, severity and recency of incidents, then failed deployments, then reverts. A higher value is worse. */
            harm: number;
            firstAt: components["schemas"]["Instant"];
            lastAt: components["schemas"]["Instant"];
            /** @description A person's latest judgement; null if nobody judged the pattern. */
            judgement: components["schemas"]["PatternJudgement"] | null;
            /** @description Why the policy proposes no improvement; null if there is one, and before the first report. */
            whyNoImprovement: string | null;
            lineage: components["schemas"]["LineageEvent"][];
        };
        /**
         * @description The sort key of a list of patterns.
         * @enum {string}
         */
        PatternSort: "harm" | "episodes" | "lastAt" | "firstAt" | "name";
        PatternsResponse: {
            items: components["schemas"]["ListedPattern"][];
            next: string | null;
            total: number;
        };
        /**
         * @description `propose`: a person approves each issue first. `auto`: the policy approves issues within its limits.
         * @enum {string}
         */
        PolicyMode: "propose" | "auto";
        /** @description The current policy and who set it. Both are null while the default policy holds. */
        PolicyResponse: {
            policy: components["schemas"]["ImprovementPolicyOutput"];
            decidedBy: string | null;
            decidedAt: components["schemas"]["Instant"] | null;
        };
        /** @description The body of every error response: problem details (RFC 9457), with a `code` and whether a retry can help. */
        Problem: {
            type: string;
            title: string;
            /** @description The HTTP status. */
            status: number;
            /** @description One line for a person: what is wrong, then what to do. */
            detail: string;
            code: components["schemas"]["ErrorCode"];
            retryable: boolean;
            /** @description The id under which the log has this request and everything that it caused. */
            traceId?: string;
        };
        /** @description `subject` is `account`, `permissions`, `scope` or a stream; `problem` says what is wrong and what to do. */
        ProblemsResponse: {
            items: {
                subject: string;
                problem: string;
            }[];
            next: string | null;
            total: number;
        };
        /** @description The id of a provider, such as `github`. The registry of `@refrain/connectors` lists the providers that exist. The id is also the first part of the types of its records (`github.commit`) and part of the address of its webhooks. */
        Provider: string;
        /** @description Describes a provider to clients: its name, scope, connection form and webhook. */
        ProviderDescriptor: {
            id: components["schemas"]["Provider"];
            name: string;
            /** @enum {string} */
            kind: "code" | "incidents" | "files";
            /** @description Tells a person who chooses a provider which data it imports. */
            summary: string;
            /** @description Null if everything is imported. */
            scope: {
                selects: components["schemas"]["ScopeSelection"];
                example: string;
                excludes: string | null;
                refinements: ("environments" | "workflows" | "incidentLabels" | "postmortemFolders")[];
            } | null;
            /** @description The first one is the default. Empty for a provider of files. */
            roots: {
                region: string | null;
                url: string;
            }[];
            /** @description Null if it sends no webhooks. */
            webhook: {
                /** @enum {string} */
                secretSource: "refrain" | "provider";
                instructions: string;
                urlLabel: string;
            } | null;
            /** @description Tells a person which writes Refrain makes there. */
            writes: string | null;
            /** @description The first one is the default. Empty for a provider of files, which are imported. */
            connectMethods: {
                /** @enum {string} */
                id: "app" | "key";
                label: string;
                instructions: string;
                link: {
                    text: string;
                    url: string;
                } | null;
                registersApp: boolean;
                credentialKind: string | null;
                fields: {
                    name: string;
                    /** @enum {string} */
                    kind: "text" | "secret" | "url" | "choice";
                    label: string;
                    description: string | null;
                    placeholder: string | null;
                    isRequired: boolean;
                    isAdvanced: boolean;
                    options: {
                        value: string;
                        label: string;
                    }[];
                    credentialPart: string | null;
                }[];
                advancedTitle: string;
                permissions: {
                    name: string;
                    access: string | null;
                    effect: string;
                }[];
                listsKeyKinds: boolean;
            }[];
        };
        /** @description One line of the audit log: a write at a provider. */
        ProviderWrite: {
            why: string;
            by: string;
            action: components["schemas"]["WriteAction"];
            /** @description The target: `acme/api`, `acme/api#12`, or the id of an incident. */
            place: string;
            /** @description The content without secrets. */
            content: {
                [key: string]: unknown;
            };
            id: string;
            /** @description The connection that wrote it. */
            connectionId: string;
            state: components["schemas"]["WriteState"];
            /** @description The address of the result. */
            url: string | null;
            /** @description Why it failed, and what to do. */
            problem: string | null;
            isUndoable: boolean;
            at: components["schemas"]["Instant"];
            /** @description The time of the provider's response; null before. */
            completedAt: components["schemas"]["Instant"] | null;
        };
        ProviderWritesResponse: {
            items: components["schemas"]["ProviderWrite"][];
            next: string | null;
            total: number;
        };
        ProvidersResponse: {
            items: components["schemas"]["ProviderDescriptor"][];
            next: string | null;
            total: number;
        };
        /**
         * @description `pending`: it is not written yet. `shown`: it is on the pull request. `unhelpful`: a person marked it as unhelpful, and the pull request gets no further check. `given_up`: the provider rejected it or did not respond, and it is not written twice.
         * @enum {string}
         */
        PullCheckState: "pending" | "shown" | "unhelpful" | "given_up";
        PullChecksResponse: {
            items: components["schemas"]["ListedCheck"][];
            next: string | null;
            total: number;
        };
        /** @description The recent window compared with the time before it. */
        RateComparison: {
            before: components["schemas"]["TrendRate"];
            recent: components["schemas"]["TrendRate"];
            /** @description The recent rate divided by the earlier one, with a 95 % interval; null stands for an unbounded end. */
            ratio: {
                value: number | null;
                low: number;
                high: number | null;
            };
            /** @description The p-value of the difference; null if no outcome of so few episodes could be significant. */
            p: number | null;
        };
        ReadinessResponse: {
            /** @constant */
            ok: true;
        };
        Recommendation: {
            guardrail: components["schemas"]["Guardrail"];
            /** @description Counts from 1. */
            rank: number;
            /** @description The probability that an engineer who knows the failures would accept it, in [0, 1]. */
            confidence: number;
            why: components["schemas"]["GuardrailEvidence"][];
            against: components["schemas"]["GuardrailEvidence"][];
            /** @description Outcomes of the same guardrail in this organisation. */
            tried: components["schemas"]["GuardrailOutcome"][];
            arithmetic: components["schemas"]["GuardrailArithmetic"];
        };
        /**
         * @description The recurrence of a pattern. `new`: it became a pattern in the last 30 days. `returned`: it had stopped and came back in the last 90 days. `quiet`: the time since its last episode is longer than its rate explains. `recurring`: everything else.
         * @enum {string}
         */
        Recurrence: "new" | "recurring" | "returned" | "quiet";
        /** @description Selects dead letters; without a filter, all of them. */
        ReplayDeadLetters: {
            kind?: components["schemas"]["DeadLetterKind"];
            queue?: string;
            connectionId?: string;
        };
        /**
         * @description Whether a replay is likely to succeed: as it is, after the cause is fixed, or not at all.
         * @enum {string}
         */
        ReplayLikelihood: "likely" | "after_fix" | "none";
        /** @description How many records are parsed again, and how many cannot be because their payload expired. */
        ReplayResponse: {
            records: number;
            expired: number;
        };
        /** @description One difference between two reports of a pattern, in one sentence. */
        ReportChange: {
            /** @enum {string} */
            what: "episodes" | "name" | "lesson" | "cause" | "trigger" | "recurrence" | "direction" | "forecast" | "recommendation";
            text: string;
        };
        ReportChangesResponse: {
            items: components["schemas"]["ReportChange"][];
        };
        /** @description A chart. All values are zero or more. */
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
        /** @description The content of a report, independent of the format: Markdown, a standalone page or the web. */
        ReportDocument: {
            title: string;
            /** @description The most important statement. */
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
            /** @description Absent in reports of earlier versions. */
            targetAt?: components["schemas"]["Instant"];
            score: number;
            /**
             * @description True if a person confirmed it, otherwise absent.
             * @constant
             */
            isConfirmed?: true;
            evidence: components["schemas"]["Evidence"][];
        };
        /** @description A member of a pattern as a report shows it. */
        ReportMember: {
            failureId: string;
            episodeId: string;
            kind: components["schemas"]["FailureKind"];
            title: string;
            /** @description The lines of its text that are most relevant to the pattern, with people replaced by roles. */
            excerpt: string;
            services: string[];
            repository: string | null;
            occurredAt: components["schemas"]["Instant"];
            resolvedAt: components["schemas"]["Instant"] | null;
            /** @description The precision of both times; absent if they are instants. */
            precision?: components["schemas"]["TimePrecision"];
            url: string | null;
            confidence: number;
            /** @description The reasons for its membership. */
            evidence: components["schemas"]["Evidence"][];
            /** @description For an incident: whether a change triggered it, and how it was resolved. Absent in reports of earlier versions. */
            answer?: {
                verdict: components["schemas"]["ChangeVerdict"];
                confidence: number;
                isDecided: boolean;
                resolvedBy: components["schemas"]["IncidentResolution"];
            };
            /** @description The passage of its text that states its resolution. Absent if there is none. */
            statedResolution?: components["schemas"]["StatedResolution"];
        };
        ReportSection: {
            /** @description Stable, for links and for comparing two reports. */
            id: string;
            title: string;
            statements: components["schemas"]["Statement"][];
            table: components["schemas"]["ReportTable"] | null;
            chart: components["schemas"]["ReportChart"] | null;
        };
        /** @description A source of statements in a report, which a reader can open. */
        ReportSource: {
            /** @description The reference in sentences, unique within the report: `E3` an episode, `C2` a change, `P1` a pattern, `R1` a document to read. */
            ref: string;
            /** @enum {string} */
            kind: "episode" | "change" | "pattern" | "improvement" | "reading";
            id: string;
            at: components["schemas"]["Instant"] | null;
            title: string;
            url: string | null;
            /** @description The most informative lines of its text. */
            excerpt?: string;
        };
        ReportTable: {
            columns: string[];
            rows: string[][];
        };
        /** @description The reports of a pattern, newest first. */
        ReportsResponse: {
            items: components["schemas"]["ListedReport"][];
            next: string | null;
            total: number;
        };
        /** @description How a failure was resolved, as far as is known. At least one of the two fields is set. */
        Resolution: {
            /** @description Null if its text states none. */
            stated: components["schemas"]["StatedResolution"] | null;
            /** @description Null if no change is linked. The revert of a reverted change does not count. */
            change: components["schemas"]["ResolvingChange"] | null;
        };
        /**
         * @description How certain it is that a change resolved a failure: a person confirmed it, its estimated probability is at least .9, or it is only possible.
         * @enum {string}
         */
        ResolutionCertainty: "confirmed" | "nearly_certain" | "possible";
        /**
         * @description How a failure was resolved. `retried`: the same deployment succeeded later. `self_resolved`: no resolving change is known.
         * @enum {string}
         */
        ResolutionKind: "reverted" | "fixed_forward" | "retried" | "self_resolved";
        /** @description A change that is linked to a failure as its resolution. */
        ResolvingChange: {
            kind: components["schemas"]["ChangeKind"];
            title: string;
            url: string | null;
            certainty: components["schemas"]["ResolutionCertainty"];
            /** @description The strongest evidence for it; null if a person confirmed it. */
            reason: string | null;
        };
        /** @description Reverts of one repository whose titles match one template, so that a person can judge all of them at once. */
        RevertTemplate: {
            /** @description As `owner/name`. */
            repository: string;
            template: string;
            /** @description The number of matching reverts. The verdicts are those from the messages, regardless of people's decisions. */
            reverts: number;
            failures: number;
            planned: number;
            unclear: number;
            /** @description Reverts that share an episode with an incident or a failed deployment. */
            linked: number;
            /** @description Titles of the newest ones. */
            examples: {
                failureId: string;
                title: string;
            }[];
            /** @description The time of the newest one; null if no revert matches a template that a person judged. */
            lastAt: components["schemas"]["Instant"] | null;
        };
        /** @description Sorted by frequency as of the latest clustering; later decisions are included. */
        RevertTemplatesResponse: {
            items: components["schemas"]["ListedRevertTemplate"][];
        };
        /**
         * @description The permissions of a user. Each role includes the ones before it.
         * @enum {string}
         */
        Role: "viewer" | "triager" | "admin";
        /** @description The parts of a pattern's lesson; null if a part is unknown. `condition` continues "when", `allowed` continues "the system lets"; the other two are sentences. */
        Scenario: {
            condition: string | null;
            allowed: string | null;
            signal: string | null;
            ended: string | null;
        };
        /** @description The permission of a token: a role everywhere (`viewer`), or in one part of the API (`search:viewer`, `connections:admin`). */
        Scope: string;
        /** @description The names of services and repositories that have failures or catalogue entries, sorted, to choose from. */
        ScopeNamesResponse: {
            services: string[];
            /** @description As `owner/name`. */
            repositories: string[];
        };
        /**
         * @description The list of a connection's scope that names what is imported.
         * @enum {string}
         */
        ScopeSelection: "repositories" | "services";
        SearchMatch: {
            failure: {
                id: string;
                kind: components["schemas"]["FailureKind"];
                title: string;
                occurredAt: components["schemas"]["Instant"];
                resolvedAt: components["schemas"]["Instant"] | null;
                precision: components["schemas"]["TimePrecision"];
                url: string | null;
                services: string[];
                repository: string | null;
                environment: string | null;
            };
            /** @description In (0, 1). One half means that the two are as similar as nearest neighbours are on average. */
            score: number;
            pattern: {
                id: string;
                name: string;
            } | null;
            /** @description Null if its text states none and no change is linked. */
            resolution: components["schemas"]["Resolution"] | null;
            /** @description Why it is similar; the weights add up to the score except for rounding. */
            evidence: components["schemas"]["Evidence"][];
        };
        /** @description The query: a pasted text, a stored failure, or the address of a page at a provider. */
        SearchQuestion: {
            text?: string;
            failureId?: string;
            url?: string;
            /**
             * @description The maximum number of matches in the response.
             * @default 10
             */
            limit: number;
            /** @description Only failures of this service, or in this environment, in any letter case. */
            service?: string;
            environment?: string;
        };
        SearchResponse: {
            /** @description The interpretation of the query; for a text, both id and title are null. */
            asked: {
                /** @enum {string} */
                kind: "text" | "failure" | "change";
                id: string | null;
                title: string | null;
            };
            verdict: {
                seenBefore: boolean;
                /** @description In [0, 1]. If seen before: the confidence of the pattern, otherwise the score of the best match. If not: 1 minus the larger of that score and the probability of the most likely pattern, times the searched share of the failures. */
                confidence: number;
            };
            pattern: components["schemas"]["LikelyPattern"] | null;
            /** @description Sorted best first. */
            matches: components["schemas"]["SearchMatch"][];
            /** @description The number of searched failures, and of all failures. */
            searched: number;
            failures: number;
            /** @description False while the index is being built; failures that are not indexed yet cannot be found. */
            complete: boolean;
        };
        /**
         * @description A day or hour at which significantly more episodes begin.
         * @enum {string}
         */
        Season: "month_end" | "year_turn" | "weekend" | "same_hour";
        /** @description The security settings of the installation, for its operator. */
        SecurityResponse: {
            /** @description The address at which people and webhooks reach the installation. */
            publicUrl: string;
            /** @description Whether proxies are configured whose forwarded client addresses are trusted. */
            trustsProxies: boolean;
            /** @description The identity providers by which people sign in. */
            signInBy: string[];
            /** @description Whether people can also sign in by links, which bypass a provider's second factor. */
            allowsSignInLinks: boolean;
            /** @description The number of users who may sign in, and how many of them are admins. */
            people: number;
            admins: number;
            /** @description The names of tokens that do not expire. */
            lastingTokens: string[];
        };
        /** @description The user who is signed in. */
        SessionResponse: {
            /** @constant */
            signedIn: true;
            user: {
                id: string;
                name: string;
                role: components["schemas"]["Role"];
            };
        };
        /**
         * @description How a session began: by a sign-in link or through an identity provider.
         * @enum {string}
         */
        SessionVia: "link" | "provider";
        /** @description Sorted by last use, newest first. */
        SessionsResponse: {
            items: components["schemas"]["OpenSession"][];
            next: string | null;
            total: number;
        };
        /** @description A folder that several episodes of a pattern have in common. */
        SharedFolder: {
            /** @description As `owner/name`. */
            repository: string;
            path: string;
            /** @description Sorted by time. */
            episodeIds: string[];
        };
        /** @description A link that signs a browser in once. */
        SignInLinkResponse: {
            url: string;
        };
        /**
         * @description How a user signs in: by a link that an admin created, through the organisation's OpenID Connect provider, or with GitHub.
         * @enum {string}
         */
        SignInMethod: "link" | "oidc" | "github";
        /** @description The identity providers by which people sign in, each with the page that starts its sign-in. */
        SignInMethodsResponse: {
            /** @description Whether sign-in links work too. */
            allowsLinks: boolean;
            items: {
                /** @enum {string} */
                way: "oidc" | "github";
                name: string;
                url: string;
            }[];
        };
        /** @description The likely range of a value; the name of its field states the unit. */
        Span: {
            low: number;
            high: number;
        };
        /** @description The passage of a failure's text that states what resolved it. */
        StatedResolution: {
            /** @description Verbatim except for white space and markup of lists and tables; line breaks stay. At most 3 sentences and 58 words. */
            quote: string;
            /** @description In [0, 1]: the share of such quotations in which a reader saw the resolution. */
            confidence: number;
        };
        /** @description One sentence, or several with the same sources. It contains external text verbatim: the renderer must escape it. */
        Statement: {
            text: string;
            /** @description The refs of its sources. */
            refs: string[];
            /** @description How a figure in it is computed; null if the sources state it. */
            method: string | null;
        };
        StatusResponse: {
            failures: number;
            changes: number;
            patterns: number;
            /** @description Failures in no pattern, because the evidence is too weak or they happened once. `of` counts all failures without duplicates and without those that were dismissed. */
            unassigned: {
                failures: number;
                of: number;
            };
            /** @description Records that are stored but not yet parsed. */
            pending: number;
            queues: {
                [key: string]: {
                    waiting: number;
                    active: number;
                    delayed: number;
                    failed: number;
                    completed: number;
                    isPaused: boolean;
                };
            };
            /** @description Whether any data are still being processed. */
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
        /** @description The progress of one independent, resumable part of a backfill: `pulls:acme/api`, `incidents`. */
        StreamProgress: {
            stream: string;
            /** @enum {string} */
            state: "waiting" | "running" | "done" | "failed";
            /** @description Records ingested so far. */
            records: number;
            /** @description The estimated total by what was read so far; null if the provider gives no hint. */
            expected: number | null;
            /** @description Why it failed and what to do. */
            problem: string | null;
        };
        /** @description An external receiver of events. Its address and secret are never shown again. */
        Subscription: {
            id: string;
            /**
             * @description `webhook`: a signed request by Standard Webhooks. `slack`: a message to an incoming webhook of Slack or a compatible service.
             * @enum {string}
             */
            kind: "webhook" | "slack";
            /** @description The part of the address that is not secret. */
            address: string;
            events: components["schemas"]["EventType"][];
            /** @description Its scope of events: the organisation has all patterns and its own digests. */
            scope: components["schemas"]["DigestScope"];
            /** @description The kind of digests that it receives; null means both. */
            period: ("week" | "month") | null;
            /**
             * @description `off` after days of failures; a successful test switches it on again.
             * @enum {string}
             */
            state: "on" | "off";
            /** @description Why it is off. */
            reason: string | null;
            lastDeliveredAt: components["schemas"]["Instant"] | null;
            /** @description The problem of the latest delivery; null if it succeeded. */
            lastProblem: string | null;
            lastProblemAt: components["schemas"]["Instant"] | null;
            /** @description Events that are still to be delivered, and those that were given up in the last 30 days. */
            pending: number;
            givenUp: number;
            createdAt: components["schemas"]["Instant"];
        };
        /** @description Whether a test message was delivered, and the problem if not. */
        SubscriptionTestResponse: {
            delivered: boolean;
            problem: string | null;
            subscription: components["schemas"]["Subscription"];
        };
        SubscriptionsResponse: {
            items: components["schemas"]["Subscription"][];
            next: string | null;
            total: number;
        };
        /**
         * @description The precision of a time. An instant of precision `minute`, `day` or `month` is the beginning of that period in UTC. Ordered from the finest to the coarsest.
         * @enum {string}
         */
        TimePrecision: "instant" | "minute" | "day" | "month";
        /** @description A pattern for titles of changes that differ in single words: `*` matches exactly one word, every other word itself in any letter case, such as `Drain * for maintenance`. */
        TitleTemplate: string;
        /** @description Sorted oldest first; expired tokens are included. */
        TokensResponse: {
            items: components["schemas"]["ApiToken"][];
            next: string | null;
            total: number;
        };
        /** @description The rate of episodes and its trend. */
        Trend: {
            scope: components["schemas"]["TrendScope"];
            /** @description The id of the pattern or the name of the service; empty for the organisation. */
            id: string;
            /** @description Since when it could have happened: the beginning of the period, or of the first change to a new service. */
            observedFrom: components["schemas"]["Instant"];
            until: components["schemas"]["Instant"];
            /** @description The beginning of the recent window; null if the time is too short for one. */
            recentFrom: components["schemas"]["Instant"] | null;
            weeks: components["schemas"]["TrendWeek"][];
            perWeek: components["schemas"]["TrendMeasure"];
            /** @description Null if the number of changes is unknown. */
            per100Changes: components["schemas"]["TrendMeasure"] | null;
            /** @description Change points of the weekly rate, earliest first; empty if the test is not significant. */
            changePoints: components["schemas"]["ChangePoint"][];
            /** @description The estimated ratio of variance to mean of the counts, at least 1. If it is higher, episodes come in bursts and are less informative. */
            dispersion: number;
        };
        /**
         * @description The direction of a rate. `steady`: a change by half or more is ruled out. `no_clear_change`: the data fit a constant rate and others too. `too_few`: no outcome of so few episodes in so little time would be significant.
         * @enum {string}
         */
        TrendDirection: "rising" | "falling" | "steady" | "no_clear_change" | "too_few";
        TrendMeasure: {
            /** @description Over the whole observed time. */
            overall: components["schemas"]["TrendRate"];
            /** @description Null if the time or the exposure is too short for two windows. */
            comparison: components["schemas"]["RateComparison"] | null;
            /** @description Per week: the comparison and the change point search combined; per changes: the comparison. Null if no outcome could be significant. */
            test: components["schemas"]["TrendTest"] | null;
            direction: components["schemas"]["TrendDirection"];
        };
        /** @description Episodes per unit of exposure, with a 95 % interval. */
        TrendRate: {
            episodes: number;
            /** @description In weeks of seven days or hundreds of changes; above 0. */
            exposure: number;
            value: number;
            low: number;
            high: number;
        };
        /** @enum {string} */
        TrendScope: "pattern" | "service" | "organisation";
        /** @description The test of a constant rate. */
        TrendTest: {
            /** @description The p-value of the test. */
            p: number;
            /** @description `p` adjusted by Benjamini and Hochberg over all simultaneous tests. */
            q: number;
        };
        TrendWeek: {
            /** @description An ISO 8601 week in UTC: `2026-W03`. */
            week: string;
            /** @description The number of observed days, in (0, 7]. */
            days: number;
            episodes: number;
            /** @description Null if the number of changes is unknown. */
            changes: number | null;
        };
        /**
         * @description The event that started the failure. It is distinct from the cause: a deployment is a trigger, and the defect that it contained is the cause.
         * @enum {string}
         */
        Trigger: "deployment" | "config_push" | "traffic" | "maintenance" | "dependency_change" | "hardware" | "time" | "unknown";
        TriggerCell: {
            service: string | null;
            repository: string | null;
            episodes: number;
            hours: components["schemas"]["ImpactHours"];
            episodeIds: string[];
            /** @description Null if the location or its changes are unknown. */
            per100Changes: components["schemas"]["MapRate"] | null;
            per30Days: components["schemas"]["MapRate"] | null;
            /** @description The share of this kind among all episodes of the location. Null if the location is unknown. */
            per100Episodes: components["schemas"]["MapRate"] | null;
            /** @description Whether the cell is above the organisation's rate per change and per day, so that frequent or rare changes do not explain it. Without known changes: per day and among the location's own episodes, so that its size does not explain it. */
            standsOut: boolean;
            trigger: components["schemas"]["Trigger"];
        };
        /** @description Sorted newest first. */
        UnreadableRecordsResponse: {
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
        /** @description A user who may sign in. No analysis contains anything about users. */
        User: {
            id: string;
            name: string;
            email: string | null;
            role: components["schemas"]["Role"];
            way: components["schemas"]["SignInMethod"];
            createdAt: components["schemas"]["Instant"];
            /** @description Exact to a minute; null before the first request. */
            lastSeenAt: components["schemas"]["Instant"] | null;
            /** @description Whether the user may no longer sign in. Past decisions keep the user's name. */
            isDisabled: boolean;
        };
        /** @description Fields that are absent stay unchanged. */
        UserChange: {
            name?: components["schemas"]["VisibleName"];
            role?: components["schemas"]["Role"];
            isDisabled?: boolean;
        };
        /** @description Sorted oldest first. */
        UsersResponse: {
            items: components["schemas"]["User"][];
            next: string | null;
            total: number;
        };
        /** @description A name that a person gives to a user or token. */
        VisibleName: string;
        /** @description The address to which the provider sends events, and the secret that signs them. The secret is null while only the provider has it. */
        WebhookResponse: {
            url: string;
            secret: string | null;
        };
        /** @description Whether the provider sends events. `none`: nobody requested them. `refused`: the credential may not create the webhook, or the provider cannot reach the address. `silent`: it exists but its ping has not arrived. `active`: events arrive. `disabled`: it was switched off. */
        WebhookState: {
            /** @enum {string} */
            state: "none" | "silent" | "active" | "disabled" | "refused";
            /** @description The problem and what to do; null if there is none. */
            problem: string | null;
            /** @description The time of the latest request for its state. */
            checkedAt: components["schemas"]["Instant"] | null;
            /** @description The time of the latest delivery with a valid signature. */
            deliveredAt: components["schemas"]["Instant"] | null;
            /** @description Whether a new secret was requested and is not in use yet: the provider has not created it, or has not received ours. */
            isSecretDue?: boolean;
        };
        /** @description The replacement of the text from `start` to `end`, in UTF-16 units. */
        WordingEdit: {
            start: number;
            end: number;
            text: string;
        };
        WordingFinding: {
            /** @description The position of the words in UTF-16 units of the text; `end` is exclusive. */
            start: number;
            end: number;
            /** @description The words, verbatim. */
            words: string;
            kind: components["schemas"]["WordingKind"];
            /** @description Why it is a problem, in one sentence. */
            reason: string;
            /** @description The sentence with the system as its subject, or a question if no safe rewording exists. */
            suggestion: string;
            /** @description The edit that applies the suggestion; null if it is a question. The edits of one text do not overlap. */
            edit: components["schemas"]["WordingEdit"] | null;
        };
        /**
         * @description Why a wording blames people instead of describing the system.
         * @enum {string}
         */
        WordingKind: "counterfactual" | "omission" | "hindsight" | "minimising" | "judgement" | "person_as_cause" | "blame" | "named_person";
        WordingQuestion: {
            text: string;
        };
        WordingResponse: {
            /** @description The first 500 findings in the order of the text; they do not overlap. */
            findings: components["schemas"]["WordingFinding"][];
            /** @description Whether the text has more findings than are listed. */
            hasMore: boolean;
            /** @description The text with every edit applied. */
            reworded: string;
        };
        /** @description When people work. All other time is out of hours. */
        WorkingTime: {
            /** @default UTC */
            timeZone: string;
            /**
             * @description The hours of the day during which people work; all others are out of hours.
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
             * @description The days of the week on which nobody works; 1 is Monday.
             * @default [
             *       6,
             *       7
             *     ]
             */
            weekend: number[];
        };
        /** @description When people work. All other time is out of hours. */
        WorkingTimeOutput: {
            /** @default UTC */
            timeZone: string;
            /**
             * @description The hours of the day during which people work; all others are out of hours.
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
             * @description The days of the week on which nobody works; 1 is Monday.
             * @default [
             *       6,
             *       7
             *     ]
             */
            weekend: number[];
        };
        /**
         * @description Everything that Refrain writes at a provider, as a closed list.
         * @enum {string}
         */
        WriteAction: "create_label" | "open_issue" | "edit_issue" | "close_issue" | "reopen_issue" | "comment" | "react" | "check_run" | "set_up_webhook" | "note" | "undo";
        /**
         * @description `planned`: listed by a dry run, never sent. `begun`: being sent. `unknown`: no response came, so it may have succeeded. `refused`: the provider rejected it. `undone`: a later write reverted it.
         * @enum {string}
         */
        WriteState: "planned" | "begun" | "done" | "unknown" | "refused" | "undone";
    };
    responses: {
        /** @description `invalid_input`: the request is invalid. */
        InvalidInput: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `unauthenticated`: the token or session is missing or invalid. */
        Unauthenticated: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `forbidden`: your role or the scopes of your token do not permit it, or a browser sent it from a page of another origin. */
        Forbidden: {
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
        /** @description `unavailable`: PostgreSQL or Redis is unavailable, or there are too many such requests at once. `misconfigured`: a setting is wrong. `internal`: an internal error of Refrain, whose cause is in its log. */
        UnavailableOrMisconfiguredOrInternal: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `not_found`: it does not exist. */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `conflict`: the request conflicts with what is stored. */
        Conflict: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `too_large`: the body is larger than this route accepts. */
        TooLarge: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `unsupported_encoding`: the body is compressed. */
        UnsupportedEncoding: {
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
        /** @description `precondition_failed`: it was changed after it was read. */
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
        /** @description `provider_failed`: the provider reported an error. `provider_unexpected`: the response of the provider was unexpected. `provider_unreachable`: the provider does not respond. */
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
                /** @description Maximum number of items of a page. */
                limit?: number;
                /** @description `next` of the previous page of the same query. */
                after?: string;
                /** @description At most 8 different words or parts of words, which must all occur. Case does not matter. */
                query?: string;
                /** @description Only failures of this kind. */
                kind?: components["schemas"]["FailureKind"];
                /** @description Only those of the service with this name, in its provider’s spelling. */
                service?: string;
                /** @description Only those of this repository, as `owner/name`. */
                repository?: string;
                /** @description Only those in this environment. */
                environment?: string;
                /** @description Id of the connection through which they were ingested. */
                connectionId?: string;
                /** @description Id of the pattern to which they belong. */
                patternId?: string;
                /** @description Only failures of these episodes: at most 50 ids, separated by commas. */
                episodeIds?: string;
                /** @description `true`: only failures without a pattern, without dismissed ones; `false`: only failures with a pattern. */
                unassigned?: boolean;
                /** @description Whether its pattern was chosen by similarity alone and the next re-clustering may change it. */
                isProvisional?: boolean;
                /** @description Only those that began at this instant or later. */
                since?: components["schemas"]["Instant"];
                /** @description Only those that began before this instant. */
                until?: components["schemas"]["Instant"];
                /** @description Order of the instants at which they began. */
                order?: "asc" | "desc";
            };
            header?: {
                /** @description The `ETag` of a cached response. */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    /** @description Entity tag of the response. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FailuresResponse"];
                };
            };
            /** @description Not modified since the version in `If-None-Match`. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["RateLimited"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    findFailure: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of a cached response. */
                "If-None-Match"?: string;
            };
            path: {
                /** @description As in a list or another response. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    /** @description Entity tag of the response. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FailureResponse"];
                };
            };
            /** @description Not modified since the version in `If-None-Match`. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    listPatterns: {
        parameters: {
            query?: {
                /** @description Maximum number of items of a page. */
                limit?: number;
                /** @description `next` of the previous page of the same query. */
                after?: string;
                /** @description At most 8 different words or parts of words, which must all occur. Case does not matter. */
                query?: string;
                /** @description Only patterns with a failure of this kind. */
                kind?: components["schemas"]["FailureKind"];
                /** @description Only patterns with this cause. */
                cause?: components["schemas"]["Cause"];
                /** @description Only patterns with this trigger. */
                trigger?: components["schemas"]["Trigger"];
                /** @description Only those of the service with this name, in its provider’s spelling. */
                service?: string;
                /** @description Only those of this repository, as `owner/name`. */
                repository?: string;
                /** @description Only patterns with this recurrence. */
                recurrence?: components["schemas"]["Recurrence"];
                /** @description Only patterns whose weekly rate has this trend. */
                direction?: components["schemas"]["TrendDirection"];
                /** @description Only patterns with this decision of a person, or with `none`. By default all but `dismissed`. */
                judgement?: "confirmed" | "dismissed" | "none";
                /** @description Only patterns whose improvement is in this state, or with `none`, those without an improvement. */
                improvement?: "proposed" | "approved" | "opened" | "accepted" | "declined" | "fixed" | "verified" | "recurred" | "none";
                /** @description Only patterns with at least this number of episodes. */
                minEpisodes?: number;
                /** @description Only patterns whose last episode began at this instant or later. */
                since?: components["schemas"]["Instant"];
                /** @description What the list is ordered by. */
                sort?: components["schemas"]["PatternSort"];
                /** @description By default `asc` if sorted by name, otherwise `desc`. */
                order?: "asc" | "desc";
            };
            header?: {
                /** @description The `ETag` of a cached response. */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    /** @description Entity tag of the response. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatternsResponse"];
                };
            };
            /** @description Not modified since the version in `If-None-Match`. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["RateLimited"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    countPatternFacets: {
        parameters: {
            query?: {
                /** @description At most 8 different words or parts of words, which must all occur. Case does not matter. */
                query?: string;
                /** @description Only patterns with a failure of this kind. */
                kind?: components["schemas"]["FailureKind"];
                /** @description Only patterns with this cause. */
                cause?: components["schemas"]["Cause"];
                /** @description Only patterns with this trigger. */
                trigger?: components["schemas"]["Trigger"];
                /** @description Only those of the service with this name, in its provider’s spelling. */
                service?: string;
                /** @description Only those of this repository, as `owner/name`. */
                repository?: string;
                /** @description Only patterns with this recurrence. */
                recurrence?: components["schemas"]["Recurrence"];
                /** @description Only patterns whose weekly rate has this trend. */
                direction?: components["schemas"]["TrendDirection"];
                /** @description Only patterns with this decision of a person, or with `none`. By default all but `dismissed`. */
                judgement?: "confirmed" | "dismissed" | "none";
                /** @description Only patterns whose improvement is in this state, or with `none`, those without an improvement. */
                improvement?: "proposed" | "approved" | "opened" | "accepted" | "declined" | "fixed" | "verified" | "recurred" | "none";
                /** @description Only patterns with at least this number of episodes. */
                minEpisodes?: number;
                /** @description Only patterns whose last episode began at this instant or later. */
                since?: components["schemas"]["Instant"];
            };
            header?: {
                /** @description The `ETag` of a cached response. */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    /** @description Entity tag of the response. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatternFacets"];
                };
            };
            /** @description Not modified since the version in `If-None-Match`. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["RateLimited"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    findPattern: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of a cached response. */
                "If-None-Match"?: string;
            };
            path: {
                /** @description As in a list or another response. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    /** @description Entity tag of the response. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatternResponse"];
                };
            };
            /** @description Not modified since the version in `If-None-Match`. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    findFailureMap: {
        parameters: {
            query?: {
                /** @description Start of the period, rounded down to the hour. Defaults to a year before `until`. */
                since?: components["schemas"]["Instant"];
                /** @description End of the period, rounded up to the hour. Defaults to the newest measurement. */
                until?: components["schemas"]["Instant"];
                /** @description Only repositories and services that this team owns by CODEOWNERS and catalog-info files. */
                team?: string;
                /** @description Only those in this environment. */
                environment?: string;
                /** @description Only rows of this service. Its rates are still compared with all. */
                service?: string;
                /** @description Only rows of this repository, `owner/name`, without those of known services that run from it, and its folders. */
                repository?: string;
                /** @description Only episodes with a failure of this kind. */
                kind?: components["schemas"]["FailureKind"];
            };
            header?: {
                /** @description The `ETag` of a cached response. */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    /** @description Entity tag of the response. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FailureMap"];
                };
            };
            /** @description Not modified since the version in `If-None-Match`. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["RateLimited"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    findMeasurement: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of a cached response. */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    /** @description Entity tag of the response. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Measurement"];
                };
            };
            /** @description Not modified since the version in `If-None-Match`. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    findPatternMeasurement: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of a cached response. */
                "If-None-Match"?: string;
            };
            path: {
                /** @description As in a list or another response. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    /** @description Entity tag of the response. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatternMeasurement"];
                };
            };
            /** @description Not modified since the version in `If-None-Match`. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    findOverview: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of a cached response. */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    /** @description Entity tag of the response. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Overview"];
                };
            };
            /** @description Not modified since the version in `If-None-Match`. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["RateLimited"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    findPatternReport: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of a cached response. */
                "If-None-Match"?: string;
            };
            path: {
                /** @description As in a list or another response. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    /** @description Entity tag of the response. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StoredReport"];
                    "text/plain": string;
                    "text/markdown": string;
                    "text/html": string;
                };
            };
            /** @description Not modified since the version in `If-None-Match`. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    listPatternReports: {
        parameters: {
            query?: {
                /** @description Maximum number of items of a page. */
                limit?: number;
                /** @description `next` of the previous page of the same query. */
                after?: string;
            };
            header?: {
                /** @description The `ETag` of a cached response. */
                "If-None-Match"?: string;
            };
            path: {
                /** @description As in a list or another response. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    /** @description Entity tag of the response. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportsResponse"];
                };
            };
            /** @description Not modified since the version in `If-None-Match`. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["RateLimited"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    findReport: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of a cached response. */
                "If-None-Match"?: string;
            };
            path: {
                /** @description As in a list or another response. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    /** @description Entity tag of the response. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StoredReport"];
                    "text/plain": string;
                    "text/markdown": string;
                    "text/html": string;
                };
            };
            /** @description Not modified since the version in `If-None-Match`. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
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
                /** @description The `ETag` of a cached response. */
                "If-None-Match"?: string;
            };
            path: {
                /** @description As in a list or another response. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    /** @description Entity tag of the response. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportChangesResponse"];
                };
            };
            /** @description Not modified since the version in `If-None-Match`. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    listDigests: {
        parameters: {
            query?: {
                /** @description Maximum number of items of a page. */
                limit?: number;
                /** @description `next` of the previous page of the same query. */
                after?: string;
                /** @description Digests of the whole organisation, of services or of teams. */
                scope?: "organisation" | "service" | "team";
                /** @description Digests of the service or team with this name. Case does not matter. */
                name?: string;
                /** @description Digests of weeks or of months. */
                period?: "week" | "month";
                /** @description `all` lists every snapshot of a period, newest first, instead of only the newest. */
                snapshots?: "all";
            };
            header?: {
                /** @description The `ETag` of a cached response. */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    /** @description Entity tag of the response. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DigestsResponse"];
                };
            };
            /** @description Not modified since the version in `If-None-Match`. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["RateLimited"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    requestDigest: {
        parameters: {
            query?: never;
            header?: {
                /** @description A unique value, such as a UUID. A request that is repeated with the same key is not carried out again. */
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
            /** @description Accepted; the work goes on in the background. */
            202: {
                headers: {
                    /** @description Whether this response repeats that of an earlier request. */
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
            415: components["responses"]["UnsupportedEncoding"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    findDigest: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of a cached response. */
                "If-None-Match"?: string;
            };
            path: {
                /** @description As in a list or another response. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    /** @description Entity tag of the response. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StoredDigest"];
                    "text/plain": string;
                    "text/markdown": string;
                    "text/html": string;
                };
            };
            /** @description Not modified since the version in `If-None-Match`. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    listScenarios: {
        parameters: {
            query?: {
                /** @description Maximum number of items of a page. */
                limit?: number;
                /** @description `next` of the previous page of the same query. */
                after?: string;
                /** @description At most 8 different words or parts of words, which must all occur. Case does not matter. */
                query?: string;
                /** @description Only scenarios with this cause. */
                cause?: components["schemas"]["Cause"];
                /** @description Only those of the service with this name, in its provider’s spelling. */
                service?: string;
            };
            header?: {
                /** @description The `ETag` of a cached response. */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    /** @description Entity tag of the response. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LibraryResponse"];
                };
            };
            /** @description Not modified since the version in `If-None-Match`. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["RateLimited"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    exportLibrary: {
        parameters: {
            query?: {
                /** @description At most 8 different words or parts of words, which must all occur. Case does not matter. */
                query?: string;
                /** @description Only scenarios with this cause. */
                cause?: components["schemas"]["Cause"];
                /** @description Only those of the service with this name, in its provider’s spelling. */
                service?: string;
            };
            header?: {
                /** @description The `ETag` of a cached response. */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    /** @description Entity tag of the response. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LibraryFilesResponse"];
                };
            };
            /** @description Not modified since the version in `If-None-Match`. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["RateLimited"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    listImprovements: {
        parameters: {
            query?: {
                /** @description Maximum number of items of a page. */
                limit?: number;
                /** @description `next` of the previous page of the same query. */
                after?: string;
                /** @description Only improvements in this state. */
                state?: components["schemas"]["ImprovementState"];
                /** @description Id of a pattern, which has at most one improvement. */
                patternId?: string;
                /** @description Only those of this repository, as `owner/name`. */
                repository?: string;
                /** @description Order of the instants at which they were proposed. */
                order?: "asc" | "desc";
            };
            header?: {
                /** @description The `ETag` of a cached response. */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    /** @description Entity tag of the response. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImprovementsResponse"];
                };
            };
            /** @description Not modified since the version in `If-None-Match`. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["RateLimited"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    findImprovement: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of a cached response. */
                "If-None-Match"?: string;
            };
            path: {
                /** @description As in a list or another response. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    /** @description Entity tag of the response. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Improvement"];
                };
            };
            /** @description Not modified since the version in `If-None-Match`. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    previewIssue: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of a cached response. */
                "If-None-Match"?: string;
            };
            path: {
                /** @description As in a list or another response. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    /** @description Entity tag of the response. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssuePreview"];
                };
            };
            /** @description Not modified since the version in `If-None-Match`. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    previewEditedIssue: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description As in a list or another response. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    repository?: components["schemas"]["FullRepositoryName"];
                    title?: string;
                    /** @description Your own Markdown at the top of the issue; null removes it. */
                    note?: string | null;
                    /** @description The guardrail to propose; null proposes the best recommended one. */
                    guardrailId?: string | null;
                };
            };
        };
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssuePreview"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedEncoding"];
            429: components["responses"]["RateLimited"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    approveImprovement: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the version on which the decision is based. */
                "If-Match"?: string;
                /** @description A unique value, such as a UUID. A request that is repeated with the same key is not carried out again. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description As in a list or another response. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    repository?: components["schemas"]["FullRepositoryName"];
                    title?: string;
                    /** @description Your own Markdown at the top of the issue; null removes it. */
                    note?: string | null;
                    /** @description The guardrail to propose; null proposes the best recommended one. */
                    guardrailId?: string | null;
                };
            };
        };
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    /** @description Entity tag of the response. */
                    ETag: string;
                    /** @description Whether this response repeats that of an earlier request. */
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
            415: components["responses"]["UnsupportedEncoding"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    declineImprovement: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the version on which the decision is based. */
                "If-Match"?: string;
                /** @description A unique value, such as a UUID. A request that is repeated with the same key is not carried out again. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description As in a list or another response. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    /** @description Entity tag of the response. */
                    ETag: string;
                    /** @description Whether this response repeats that of an earlier request. */
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
            415: components["responses"]["UnsupportedEncoding"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    snoozeImprovement: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the version on which the decision is based. */
                "If-Match"?: string;
                /** @description A unique value, such as a UUID. A request that is repeated with the same key is not carried out again. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description As in a list or another response. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    until: components["schemas"]["Instant"];
                };
            };
        };
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    /** @description Entity tag of the response. */
                    ETag: string;
                    /** @description Whether this response repeats that of an earlier request. */
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
            415: components["responses"]["UnsupportedEncoding"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    listGuardrails: {
        parameters: {
            query?: {
                /** @description Maximum number of items of a page. */
                limit?: number;
                /** @description `next` of the previous page of the same query. */
                after?: string;
            };
            header?: {
                /** @description The `ETag` of a cached response. */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    /** @description Entity tag of the response. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GuardrailsResponse"];
                };
            };
            /** @description Not modified since the version in `If-None-Match`. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["RateLimited"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    findPolicy: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of a cached response. */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    /** @description Entity tag of the response. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyResponse"];
                };
            };
            /** @description Not modified since the version in `If-None-Match`. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["RateLimited"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    decidePolicy: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImprovementPolicy"];
            };
        };
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyResponse"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedEncoding"];
            429: components["responses"]["RateLimited"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    listWrites: {
        parameters: {
            query?: {
                /** @description Maximum number of items of a page. */
                limit?: number;
                /** @description `next` of the previous page of the same query. */
                after?: string;
                /** @description Only writes in this state; `planned` is what a dry run would have written. */
                state?: components["schemas"]["WriteState"];
                /** @description Only writes of this kind. */
                action?: components["schemas"]["WriteAction"];
                /** @description Only writes to this target: `owner/name`, `owner/name#12`, or the id of an incident. */
                place?: string;
            };
            header?: {
                /** @description The `ETag` of a cached response. */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    /** @description Entity tag of the response. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProviderWritesResponse"];
                };
            };
            /** @description Not modified since the version in `If-None-Match`. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["RateLimited"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    findWrite: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of a cached response. */
                "If-None-Match"?: string;
            };
            path: {
                /** @description As in a list or another response. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    /** @description Entity tag of the response. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProviderWrite"];
                };
            };
            /** @description Not modified since the version in `If-None-Match`. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    undoWrite: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description As in a list or another response. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted; the work goes on in the background. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProviderWrite"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["RateLimited"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    listChecks: {
        parameters: {
            query?: {
                /** @description Maximum number of items of a page. */
                limit?: number;
                /** @description `next` of the previous page of the same query. */
                after?: string;
                /** @description Only checks in this state. */
                state?: components["schemas"]["PullCheckState"];
                /** @description Only those of this repository, as `owner/name`. */
                repository?: string;
                /** @description Id of a pattern that the checks name. */
                patternId?: string;
            };
            header?: {
                /** @description The `ETag` of a cached response. */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    /** @description Entity tag of the response. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PullChecksResponse"];
                };
            };
            /** @description Not modified since the version in `If-None-Match`. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["RateLimited"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    listCorrections: {
        parameters: {
            query?: {
                /** @description Maximum number of items of a page. */
                limit?: number;
                /** @description `next` of the previous page of the same query. */
                after?: string;
                /** @description Id of a pattern that a correction names itself or by one of its failures. */
                patternId?: string;
                /** @description Id of a failure that a correction names. */
                failureId?: string;
                /** @description Only corrections of this kind. */
                kind?: components["schemas"]["CorrectionKind"];
            };
            header?: {
                /** @description The `ETag` of a cached response. */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    /** @description Entity tag of the response. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CorrectionsResponse"];
                };
            };
            /** @description Not modified since the version in `If-None-Match`. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["RateLimited"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    addCorrection: {
        parameters: {
            query?: never;
            header?: {
                /** @description A unique value, such as a UUID. A request that is repeated with the same key is not carried out again. */
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
            /** @description Created. */
            201: {
                headers: {
                    /** @description Whether this response repeats that of an earlier request. */
                    "Idempotency-Replayed"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListedCorrection"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedEncoding"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    removeCorrection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description As in a list or another response. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
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
            429: components["responses"]["RateLimited"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    listRevertTemplates: {
        parameters: {
            query?: {
                /** @description As `owner/name`. */
                repository?: string;
            };
            header?: {
                /** @description The `ETag` of a cached response. */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    /** @description Entity tag of the response. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RevertTemplatesResponse"];
                };
            };
            /** @description Not modified since the version in `If-None-Match`. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["RateLimited"];
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
            /** @description Success. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SearchResponse"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedEncoding"];
            429: components["responses"]["RateLimited"];
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
            /** @description Success. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WordingResponse"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedEncoding"];
            429: components["responses"]["RateLimited"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    listCatalogue: {
        parameters: {
            query?: {
                /** @description Maximum number of items of a page. */
                limit?: number;
                /** @description `next` of the previous page of the same query. */
                after?: string;
                /** @description Only entries with this status. */
                status?: "suggested" | "confirmed" | "rejected";
                /** @description Only those of the service with this name, in its provider’s spelling. */
                service?: string;
                /** @description Only those of this repository, as `owner/name`. */
                repository?: string;
            };
            header?: {
                /** @description The `ETag` of a cached response. */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    /** @description Entity tag of the response. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CatalogueResponse"];
                };
            };
            /** @description Not modified since the version in `If-None-Match`. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["RateLimited"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    addCatalogueEntry: {
        parameters: {
            query?: never;
            header?: {
                /** @description A unique value, such as a UUID. A request that is repeated with the same key is not carried out again. */
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
            /** @description Created. */
            201: {
                headers: {
                    /** @description Whether this response repeats that of an earlier request. */
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
            415: components["responses"]["UnsupportedEncoding"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    listScopeNames: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of a cached response. */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    /** @description Entity tag of the response. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScopeNamesResponse"];
                };
            };
            /** @description Not modified since the version in `If-None-Match`. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["RateLimited"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    suggestCatalogue: {
        parameters: {
            query?: never;
            header?: {
                /** @description A unique value, such as a UUID. A request that is repeated with the same key is not carried out again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted; the work goes on in the background. */
            202: {
                headers: {
                    /** @description Whether this response repeats that of an earlier request. */
                    "Idempotency-Replayed"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CatalogueSuggestionResponse"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    importCatalogueFile: {
        parameters: {
            query?: never;
            header?: {
                /** @description A unique value, such as a UUID. A request that is repeated with the same key is not carried out again. */
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
                    repository?: components["schemas"]["FullRepositoryName"] | null;
                    /** @default false */
                    confirm?: boolean;
                };
            };
        };
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    /** @description Whether this response repeats that of an earlier request. */
                    "Idempotency-Replayed"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CatalogueImportResponse"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedEncoding"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    confirmCatalogueEntry: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the version on which the decision is based. */
                "If-Match"?: string;
                /** @description A unique value, such as a UUID. A request that is repeated with the same key is not carried out again. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description As in a list or another response. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    /** @description Entity tag of the response. */
                    ETag: string;
                    /** @description Whether this response repeats that of an earlier request. */
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
            429: components["responses"]["RateLimited"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    rejectCatalogueEntry: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the version on which the decision is based. */
                "If-Match"?: string;
                /** @description A unique value, such as a UUID. A request that is repeated with the same key is not carried out again. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description As in a list or another response. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    /** @description Entity tag of the response. */
                    ETag: string;
                    /** @description Whether this response repeats that of an earlier request. */
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
            429: components["responses"]["RateLimited"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    undecideCatalogueEntry: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the version on which the decision is based. */
                "If-Match"?: string;
                /** @description A unique value, such as a UUID. A request that is repeated with the same key is not carried out again. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description As in a list or another response. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    /** @description Entity tag of the response. */
                    ETag: string;
                    /** @description Whether this response repeats that of an earlier request. */
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
            429: components["responses"]["RateLimited"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    findCatalogueEntry: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of a cached response. */
                "If-None-Match"?: string;
            };
            path: {
                /** @description As in a list or another response. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    /** @description Entity tag of the response. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CatalogueEntry"];
                };
            };
            /** @description Not modified since the version in `If-None-Match`. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    removeCatalogueEntry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description As in a list or another response. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
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
            429: components["responses"]["RateLimited"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    listConnections: {
        parameters: {
            query?: {
                /** @description Maximum number of items of a page. */
                limit?: number;
                /** @description `next` of the previous page of the same query. */
                after?: string;
            };
            header?: {
                /** @description The `ETag` of a cached response. */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    /** @description Entity tag of the response. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConnectionsResponse"];
                };
            };
            /** @description Not modified since the version in `If-None-Match`. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["RateLimited"];
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
                    region?: string;
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
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConnectResponse"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedEncoding"];
            422: components["responses"]["CredentialRejectedOrPermissionMissing"];
            429: components["responses"]["RateLimited"];
            502: components["responses"]["ProviderFailedOrProviderUnexpectedOrProviderUnreachable"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    listProviders: {
        parameters: {
            query?: {
                /** @description Maximum number of items of a page. */
                limit?: number;
                /** @description `next` of the previous page of the same query. */
                after?: string;
            };
            header?: {
                /** @description The `ETag` of a cached response. */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    /** @description Entity tag of the response. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProvidersResponse"];
                };
            };
            /** @description Not modified since the version in `If-None-Match`. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["RateLimited"];
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
                    region?: string;
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
            /** @description Success. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConnectionCheckResponse"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedEncoding"];
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
                /** @description The `ETag` of a cached response. */
                "If-None-Match"?: string;
            };
            path: {
                /** @description As in a list or another response. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    /** @description Entity tag of the response. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConnectionHealth"];
                };
            };
            /** @description Not modified since the version in `If-None-Match`. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
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
                /** @description Maximum number of items of a page. */
                limit?: number;
                /** @description `next` of the previous page of the same query. */
                after?: string;
            };
            header?: {
                /** @description The `ETag` of a cached response. */
                "If-None-Match"?: string;
            };
            path: {
                /** @description As in a list or another response. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    /** @description Entity tag of the response. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemsResponse"];
                };
            };
            /** @description Not modified since the version in `If-None-Match`. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    changeScope: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description As in a list or another response. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    repositories?: string[];
                    services?: string[];
                    environments?: string[];
                    workflows?: string[];
                    incidentLabels?: string[];
                    postmortemFolders?: string[];
                };
            };
        };
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Connection"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedEncoding"];
            422: components["responses"]["CredentialRejectedOrPermissionMissing"];
            429: components["responses"]["RateLimited"];
            502: components["responses"]["ProviderFailedOrProviderUnexpectedOrProviderUnreachable"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    checkScope: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description As in a list or another response. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    repositories?: string[];
                    services?: string[];
                    environments?: string[];
                    workflows?: string[];
                    incidentLabels?: string[];
                    postmortemFolders?: string[];
                };
            };
        };
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConnectionCheckResponse"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedEncoding"];
            422: components["responses"]["CredentialRejectedOrPermissionMissing"];
            429: components["responses"]["RateLimited"];
            502: components["responses"]["ProviderFailedOrProviderUnexpectedOrProviderUnreachable"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    findWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of a cached response. */
                "If-None-Match"?: string;
            };
            path: {
                /** @description As in a list or another response. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    /** @description Entity tag of the response. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookResponse"];
                };
            };
            /** @description Not modified since the version in `If-None-Match`. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["RateLimited"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    renewWebhookSecret: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description As in a list or another response. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookResponse"];
                };
            };
            /** @description Accepted; the work goes on in the background. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookResponse"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["RateLimited"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    startBackfill: {
        parameters: {
            query?: never;
            header?: {
                /** @description A unique value, such as a UUID. A request that is repeated with the same key is not carried out again. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description As in a list or another response. */
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
            /** @description Accepted; the work goes on in the background. */
            202: {
                headers: {
                    /** @description Whether this response repeats that of an earlier request. */
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
            415: components["responses"]["UnsupportedEncoding"];
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
                /** @description The `ETag` of a cached response. */
                "If-None-Match"?: string;
            };
            path: {
                /** @description As in a list or another response. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    /** @description Entity tag of the response. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BackfillProgress"];
                };
            };
            /** @description Not modified since the version in `If-None-Match`. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    streamProgress: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description As in a list or another response. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
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
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    findCompleteness: {
        parameters: {
            query?: {
                /** @description The first day, given by an instant in it. */
                since?: components["schemas"]["Instant"];
                /** @description The last day, given by an instant in it. */
                until?: components["schemas"]["Instant"];
            };
            header?: {
                /** @description The `ETag` of a cached response. */
                "If-None-Match"?: string;
            };
            path: {
                /** @description As in a list or another response. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    /** @description Entity tag of the response. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CompletenessResponse"];
                };
            };
            /** @description Not modified since the version in `If-None-Match`. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    compareNow: {
        parameters: {
            query?: never;
            header?: {
                /** @description A unique value, such as a UUID. A request that is repeated with the same key is not carried out again. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description As in a list or another response. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted; the work goes on in the background. */
            202: {
                headers: {
                    /** @description Whether this response repeats that of an earlier request. */
                    "Idempotency-Replayed"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CompletenessCheckResponse"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
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
            /** @description Success. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportResponse"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["RateLimited"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    findConnection: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of a cached response. */
                "If-None-Match"?: string;
            };
            path: {
                /** @description As in a list or another response. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    /** @description Entity tag of the response. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Connection"];
                };
            };
            /** @description Not modified since the version in `If-None-Match`. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    removeConnection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description As in a list or another response. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
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
            429: components["responses"]["RateLimited"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    listUnreadable: {
        parameters: {
            query?: {
                /** @description Maximum number of items of a page. */
                limit?: number;
                /** @description `next` of the previous page of the same query. */
                after?: string;
            };
            header?: {
                /** @description The `ETag` of a cached response. */
                "If-None-Match"?: string;
            };
            path: {
                /** @description As in a list or another response. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    /** @description Entity tag of the response. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnreadableRecordsResponse"];
                };
            };
            /** @description Not modified since the version in `If-None-Match`. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    replay: {
        parameters: {
            query?: never;
            header?: {
                /** @description A unique value, such as a UUID. A request that is repeated with the same key is not carried out again. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description As in a list or another response. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted; the work goes on in the background. */
            202: {
                headers: {
                    /** @description Whether this response repeats that of an earlier request. */
                    "Idempotency-Replayed"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplayResponse"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    importRecords: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description As in a list or another response. */
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
            /** @description Success. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArchiveImportResponse"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["RateLimited"];
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
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GitHubAppStartResponse"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedEncoding"];
            429: components["responses"]["RateLimited"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    findGitHubApp: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of a cached response. */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The `state`, as in another response. */
                state: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    /** @description Entity tag of the response. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GitHubAppResponse"];
                };
            };
            /** @description Not modified since the version in `If-None-Match`. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    streamEvents: {
        parameters: {
            query?: {
                /** @description Only events of these types, separated by commas: report_written, digest_written, pattern_found, pattern_rising, pattern_returned */
                type?: string;
                /** @description Same as `Last-Event-ID`, which takes precedence. `0` starts with the oldest event. */
                after?: string;
                /** @description Ends the stream after this number of events. */
                limit?: number;
            };
            header?: {
                /** @description The `id` of the last received event. Browsers send it when they reconnect. */
                "Last-Event-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
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
            403: components["responses"]["Forbidden"];
            429: components["responses"]["RateLimited"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    listSubscriptions: {
        parameters: {
            query?: {
                /** @description Maximum number of items of a page. */
                limit?: number;
                /** @description `next` of the previous page of the same query. */
                after?: string;
            };
            header?: {
                /** @description The `ETag` of a cached response. */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    /** @description Entity tag of the response. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubscriptionsResponse"];
                };
            };
            /** @description Not modified since the version in `If-None-Match`. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["RateLimited"];
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
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewSubscriptionResponse"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedEncoding"];
            429: components["responses"]["RateLimited"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    testSubscription: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description As in a list or another response. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubscriptionTestResponse"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    unsubscribe: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description As in a list or another response. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
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
            429: components["responses"]["RateLimited"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    findSession: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of a cached response. */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    /** @description Entity tag of the response. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionResponse"];
                };
            };
            /** @description Not modified since the version in `If-None-Match`. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["RateLimited"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    listSessions: {
        parameters: {
            query?: {
                /** @description Maximum number of items of a page. */
                limit?: number;
                /** @description `next` of the previous page of the same query. */
                after?: string;
            };
            header?: {
                /** @description The `ETag` of a cached response. */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    /** @description Entity tag of the response. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionsResponse"];
                };
            };
            /** @description Not modified since the version in `If-None-Match`. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["RateLimited"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    endSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description As in a list or another response. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
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
            429: components["responses"]["RateLimited"];
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
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["RateLimited"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    signOutEverywhere: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["RateLimited"];
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
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInLinkResponse"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["RateLimited"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    listTokens: {
        parameters: {
            query?: {
                /** @description Maximum number of items of a page. */
                limit?: number;
                /** @description `next` of the previous page of the same query. */
                after?: string;
            };
            header?: {
                /** @description The `ETag` of a cached response. */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    /** @description Entity tag of the response. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokensResponse"];
                };
            };
            /** @description Not modified since the version in `If-None-Match`. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["RateLimited"];
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
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewTokenResponse"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedEncoding"];
            429: components["responses"]["RateLimited"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    revokeToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description As in a list or another response. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
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
            429: components["responses"]["RateLimited"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    listUsers: {
        parameters: {
            query?: {
                /** @description Maximum number of items of a page. */
                limit?: number;
                /** @description `next` of the previous page of the same query. */
                after?: string;
            };
            header?: {
                /** @description The `ETag` of a cached response. */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    /** @description Entity tag of the response. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UsersResponse"];
                };
            };
            /** @description Not modified since the version in `If-None-Match`. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["RateLimited"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    addUser: {
        parameters: {
            query?: never;
            header?: {
                /** @description A unique value, such as a UUID. A request that is repeated with the same key is not carried out again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewUser"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    /** @description Whether this response repeats that of an earlier request. */
                    "Idempotency-Replayed"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedEncoding"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    changeUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description As in a list or another response. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserChange"];
            };
        };
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedEncoding"];
            429: components["responses"]["RateLimited"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    createSignInLinkOf: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description As in a list or another response. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInLinkResponse"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["RateLimited"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    signOutUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description As in a list or another response. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
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
            429: components["responses"]["RateLimited"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    findSecurity: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of a cached response. */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    /** @description Entity tag of the response. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecurityResponse"];
                };
            };
            /** @description Not modified since the version in `If-None-Match`. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["RateLimited"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    listSignInMethods: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of a cached response. */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    /** @description Entity tag of the response. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInMethodsResponse"];
                };
            };
            /** @description Not modified since the version in `If-None-Match`. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            429: components["responses"]["RateLimited"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    findEncryption: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of a cached response. */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    /** @description Entity tag of the response. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EncryptionStatus"];
                };
            };
            /** @description Not modified since the version in `If-None-Match`. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["RateLimited"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    rotateKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted; the work goes on in the background. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeyRotation"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["RateLimited"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    listErasures: {
        parameters: {
            query?: {
                /** @description Maximum number of items of a page. */
                limit?: number;
                /** @description `next` of the previous page of the same query. */
                after?: string;
            };
            header?: {
                /** @description The `ETag` of a cached response. */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    /** @description Entity tag of the response. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErasuresResponse"];
                };
            };
            /** @description Not modified since the version in `If-None-Match`. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["RateLimited"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    erase: {
        parameters: {
            query?: never;
            header?: {
                /** @description A unique value, such as a UUID. A request that is repeated with the same key is not carried out again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ErasureSubject"];
            };
        };
        responses: {
            /** @description Accepted; the work goes on in the background. */
            202: {
                headers: {
                    /** @description Whether this response repeats that of an earlier request. */
                    "Idempotency-Replayed"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Erasure"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedEncoding"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    previewErasure: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ErasureSubject"];
            };
        };
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErasurePreview"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedEncoding"];
            429: components["responses"]["RateLimited"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    findErasure: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of a cached response. */
                "If-None-Match"?: string;
            };
            path: {
                /** @description As in a list or another response. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    /** @description Entity tag of the response. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Erasure"];
                };
            };
            /** @description Not modified since the version in `If-None-Match`. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    liftErasure: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description As in a list or another response. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
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
            409: components["responses"]["Conflict"];
            429: components["responses"]["RateLimited"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    listDeadLetters: {
        parameters: {
            query?: {
                /** @description Maximum number of items of a page. */
                limit?: number;
                /** @description `next` of the previous page of the same query. */
                after?: string;
                /** @description Only dead letters of this kind. */
                kind?: components["schemas"]["DeadLetterKind"];
                /** @description Only dead letters of this queue. */
                queue?: string;
                /** @description Id of the connection that they belong to. */
                connectionId?: string;
            };
            header?: {
                /** @description The `ETag` of a cached response. */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    /** @description Entity tag of the response. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeadLettersResponse"];
                };
            };
            /** @description Not modified since the version in `If-None-Match`. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["RateLimited"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    replayDeadLetters: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReplayDeadLetters"];
            };
        };
        responses: {
            /** @description Accepted; the work goes on in the background. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeadLetterReplayResponse"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedEncoding"];
            429: components["responses"]["RateLimited"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    findDeadLetter: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of a cached response. */
                "If-None-Match"?: string;
            };
            path: {
                /** @description As in a list or another response. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    /** @description Entity tag of the response. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeadLetter"];
                };
            };
            /** @description Not modified since the version in `If-None-Match`. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    replayDeadLetter: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description As in a list or another response. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted; the work goes on in the background. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeadLetterReplayResponse"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["RateLimited"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    discardDeadLetter: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description As in a list or another response. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DiscardDeadLetter"];
            };
        };
        responses: {
            /** @description Done. */
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
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedEncoding"];
            429: components["responses"]["RateLimited"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    findStatus: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of a cached response. */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    /** @description Entity tag of the response. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StatusResponse"];
                };
            };
            /** @description Not modified since the version in `If-None-Match`. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["RateLimited"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    findLiveness: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of a cached response. */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    /** @description Entity tag of the response. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadinessResponse"];
                };
            };
            /** @description Not modified since the version in `If-None-Match`. */
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
                /** @description The `ETag` of a cached response. */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    /** @description Entity tag of the response. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadinessResponse"];
                };
            };
            /** @description Not modified since the version in `If-None-Match`. */
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
    findBacklog: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of a cached response. */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    /** @description Entity tag of the response. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BacklogResponse"];
                };
            };
            /** @description Not modified since the version in `If-None-Match`. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["RateLimited"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    listDecisions: {
        parameters: {
            query?: {
                /** @description Maximum number of items of a page. */
                limit?: number;
                /** @description `next` of the previous page of the same query. */
                after?: string;
                /** @description Id of the user who decided. */
                userId?: string;
                /** @description Only decisions made in this way; `policy` made those that no person made. */
                via?: components["schemas"]["DeciderVia"];
                /** @description Only this operation, such as `connect`. */
                operation?: string;
                /** @description Id of anything that the decision names. */
                subject?: string;
                /** @description Only decisions made at this instant or later. */
                since?: components["schemas"]["Instant"];
                /** @description Decided before. */
                until?: components["schemas"]["Instant"];
            };
            header?: {
                /** @description The `ETag` of a cached response. */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    /** @description Entity tag of the response. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DecisionsResponse"];
                };
            };
            /** @description Not modified since the version in `If-None-Match`. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["RateLimited"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    findDocument: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of a cached response. */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    /** @description Entity tag of the response. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Not modified since the version in `If-None-Match`. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            429: components["responses"]["RateLimited"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
}
