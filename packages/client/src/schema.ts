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
            /** @description Who made it. */
            owner: {
                id: string;
                name: string;
            };
            /** @description The id of the token that made it, with which it ends; null for one that a person made. */
            parentId: string | null;
            createdAt: components["schemas"]["Instant"];
            /** @description Null for one that does not expire. */
            expiresAt: components["schemas"]["Instant"] | null;
            /** @description Within a minute; null for one that was never used. */
            lastUsedAt: components["schemas"]["Instant"] | null;
        };
        /** @description What was received for an archive. */
        ArchiveImportResponse: {
            received: number;
            /** @description Those that were not known before. */
            stored: number;
        };
        BackfillProgress: {
            connectionId: string;
            since: components["schemas"]["Instant"] | null;
            /** @enum {string} */
            state: "none" | "running" | "done" | "failed";
            records: number;
            /** @description An estimate of all streams, of which some may not have begun; null before one has, or where one does not say. */
            expected: number | null;
            /** @description Records that are stored and not yet worked on. */
            pending: number;
            /** @description Records a second over the last minute; null before ten seconds can be measured, and when nothing moves. */
            perSecond: number | null;
            /** @description Seconds until all expected records are in, at that rate; null where either is not known. */
            secondsLeft: number | null;
            streams: components["schemas"]["StreamProgress"][];
        };
        /** @description What waits, and for how long. */
        BacklogResponse: {
            /** @description By the name of the queue. */
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
            /** @description Records that are stored and not yet read. */
            pending: number;
            lag: {
                normalise: number;
                group: number;
                report: number;
            };
            /** @description What was given up and not done since, by kind and queue; none where there is none. */
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
            /** @description Seconds by which the latest stored time is ahead of the clock of the database, because that clock was or is wrong; 0 up to a minute. */
            aheadSeconds: number;
        };
        /** @description Forecasts as they would have been made in the past, each from what was known by then, and what came of them. */
        Backtest: {
            /** @description First and last moment from which was forecast; null where the history is too short. */
            from: components["schemas"]["Instant"] | null;
            until: components["schemas"]["Instant"] | null;
            origins: number;
            stepDays: number;
            patterns: number;
            horizons: components["schemas"]["BacktestHorizon"][];
        };
        /** @description How forecasts of one length would have done. */
        BacktestHorizon: {
            days: number;
            /** @description Forecasts that were checked: of each pattern at each origin. */
            forecasts: number;
            /** @description Share of them after which at least one episode came. */
            observedShare: number | null;
            /** @description Brier skill score against the organisation's base rate, as far as that was known at the time: 1 is perfect, 0 no better. Its 90 % interval is null where the history is too short for one. */
            brierSkill: number | null;
            skillLow: number | null;
            skillHigh: number | null;
            /** @description Whether forecasts of this length are shown, and why not. */
            isShown: boolean;
            gap: components["schemas"]["ForecastGap"] | null;
            calibration: components["schemas"]["CalibrationBin"][];
            /** @description Share of the outcomes that 90 % intervals cover; about .9 is right. */
            coverage90: number | null;
            /** @description Expected calibration error, in [0, 1]. */
            calibrationError: number | null;
        };
        /** @description Forecasts of about the same chance, and how often something came. */
        CalibrationBin: {
            from: number;
            to: number;
            forecasts: number;
            meanProbability: number;
            observedShare: number;
        };
        /** @description That a service runs from a repository: what says so, and what a person decided. */
        CatalogueEntry: {
            id: string;
            /** @description Name of the service as PagerDuty or the file has it. */
            service: string;
            /** @description `owner/name`. */
            repository: string;
            /** @description Folder in the repository; null is all of it. */
            path: string | null;
            /** @description Environment that the service is; null is any. */
            environment: string | null;
            origin: components["schemas"]["CatalogueOrigin"];
            /** @enum {string} */
            status: "suggested" | "confirmed" | "rejected";
            /** @description In [0, 1]: how sure the suggestion is; 1 for what a file or a person says. */
            score: number;
            evidence: components["schemas"]["Evidence"][];
            updatedAt: components["schemas"]["Instant"];
        };
        CatalogueImportResponse: {
            /** @description What the file says that fits a known service, as it is stored now. */
            items: components["schemas"]["CatalogueEntry"][];
            /** @description What of the file could not be used, and why. */
            problems: string[];
        };
        /**
         * @description Where an entry comes from: Refrain's own reading of names and texts, a file of the repository, or a person.
         * @enum {string}
         */
        CatalogueOrigin: "suggestion" | "catalog_info" | "codeowners" | "person";
        /** @description A pair that a person names. */
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
        /** @description Suggestions are made in the background; they show in the list. */
        CatalogueSuggestionResponse: {
            /** @constant */
            asked: true;
        };
        /**
         * @description What in the system allowed the failure.
         * @enum {string}
         */
        Cause: "code_defect" | "configuration" | "capacity" | "dependency" | "infrastructure" | "data" | "expiry_time" | "security_access" | "process" | "unknown";
        CauseCell: {
            service: string | null;
            repository: string | null;
            episodes: number;
            hours: components["schemas"]["ImpactHours"];
            episodeIds: string[];
            /** @description Null where the changes of the place, or the place, are not known. */
            per100Changes: components["schemas"]["MapRate"] | null;
            per30Days: components["schemas"]["MapRate"] | null;
            /** @description Of all episodes of the place: what part of its failures this is. Null where the place is not known. */
            per100Episodes: components["schemas"]["MapRate"] | null;
            /** @description Whether it is above the organisation's rate for each change and for each day: being changed a lot or a little does not explain it. Where changes are not known: for each day and among the place's own episodes, so that it is not only large. */
            standsOut: boolean;
            cause: components["schemas"]["Cause"];
        };
        /** @description By what showed that it failed; of several, the first in this order. */
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
         * @description `commit` is a commit on the default branch: a direct push, or the commit that a merged pull request left there.
         * @enum {string}
         */
        ChangeKind: "merged_pull_request" | "deployment" | "commit";
        /** @description A moment at which the rate changed for good; rates are per week, of the stretches between two change points. */
        ChangePoint: {
            at: components["schemas"]["Instant"];
            /** @description The moment is in here with a chance of 95 %, if the rate changed once in the stretch. */
            earliest: components["schemas"]["Instant"];
            latest: components["schemas"]["Instant"];
            before: components["schemas"]["TrendRate"];
            after: components["schemas"]["TrendRate"];
            /** @description Chance of so clear a change anywhere in the stretch around it, where the rate is constant. */
            p: number;
        };
        /**
         * @description Whether a change set an incident off: which one, none of the organisation's own, or what is known does not tell.
         * @enum {string}
         */
        ChangeVerdict: "change" | "not_change_related" | "undecided";
        /**
         * @description `failed`: it was merged, and a failure came of it. `not_merged`: it is open, or was closed without.
         * @enum {string}
         */
        CheckedOutcome: "not_merged" | "merged" | "failed";
        Completeness: {
            /** @description Accounts that are read, and those of them that need attention, each with what is wrong. */
            accounts: number;
            problems: {
                account: string;
                problem: string;
            }[];
            /** @description Days on which the provider has records that are not stored. */
            gaps: number;
            /** @description Streams that were never compared with the provider: of these no gap can be known. Absent in what earlier versions wrote. */
            uncompared?: number;
            /** @description Failures that are like no other, of all. */
            unassigned: {
                failures: number;
                of: number;
            };
        };
        /** @description How many streams are compared now. */
        CompletenessCheckResponse: {
            streams: number;
        };
        /** @description What the provider says exists on one day (UTC) of one stream, against what is stored of it. */
        CompletenessDay: {
            stream: string;
            /** @description `YYYY-MM-DD`, in UTC. */
            day: string;
            existing: number;
            /** @description Those of the existing ones that are stored. */
            stored: number;
            checkedAt: components["schemas"]["Instant"];
        };
        CompletenessResponse: {
            since: components["schemas"]["Instant"];
            until: components["schemas"]["Instant"];
            /** @description What the provider says exists of the days between, and what of that is stored. */
            existing: number;
            stored: number;
            /** @description All days on which something is missing, also those outside of the period; newest first. */
            gaps: {
                stream: string;
                day: string;
            }[];
            /** @description Days on which there is something, by day, then stream. */
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
        /** @description A connection as everyone may see it: its credential and webhook secret stay in the store, encrypted. */
        Connection: {
            id: string;
            provider: components["schemas"]["Provider"];
            /** @description GitHub organisation or user, PagerDuty subdomain, name of an archive. Unique per provider and base address. */
            account: string;
            /** @description API root, without a slash at its end; null for an archive. */
            baseUrl: string | null;
            scope: components["schemas"]["ConnectionScope"];
            status: components["schemas"]["ConnectionStatus"];
            /** @description Why it needs attention and what to do; null while active. */
            statusReason: string | null;
            webhook: components["schemas"]["WebhookState"];
            createdAt: components["schemas"]["Instant"];
        };
        /** @description What connecting would find; nothing of it is kept. */
        ConnectionCheckResponse: {
            health: components["schemas"]["ConnectionHealth"];
            /** @description Those of the visible repositories or services that would be taken in. */
            matched: string[];
            /** @description Patterns and folders of the scope that fit none of the visible ones. */
            unmatched: string[];
            /** @description What would be read, each by itself. */
            streams: string[];
        };
        /** @description What `verify` found: who we are to the provider, what we may see, and how much we may ask. */
        ConnectionHealth: {
            account: string;
            /** @description Repositories or services that the credential can see. */
            visible: string[];
            /** @description Permissions that are missing, each with the feature that it costs. An optional one is asked for, and not insisted on. */
            missing: {
                permission: string;
                costs: string;
                isOptional?: boolean;
            }[];
            /** @description Requests left and when the count starts anew; null where the provider does not say. */
            budget: {
                limit: number;
                remaining: number;
                resetsAt: components["schemas"]["Instant"];
            } | null;
            /** @description When it answered, by the provider's own clock; null where it does not say. */
            respondedAt: components["schemas"]["Instant"] | null;
        };
        /** @description What of an account is taken in. Patterns are globs over `owner/name` or over service names; an empty list means all. */
        ConnectionScope: {
            /** @default [] */
            repositories: string[];
            /** @default [] */
            services: string[];
            /**
             * @description Environments whose deployments are taken in.
             * @default []
             */
            environments: string[];
            /**
             * @description Actions workflows, by name or path, whose failed runs are failed deployments; here an empty list means none.
             * @default [
             *       "*deploy*",
             *       "*release*"
             *     ]
             */
            workflows: string[];
            /**
             * @description Issues with one of these labels are incidents; here an empty list means none.
             * @default [
             *       "incident",
             *       "outage",
             *       "postmortem"
             *     ]
             */
            incidentLabels: string[];
            /**
             * @description Folders of post-mortems in Markdown, as `owner/name:path/of/folder`.
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
        /** @description A u chart: episodes by exposure, week by week, and what one constant rate would let them be. */
        ControlChart: {
            /** @enum {string} */
            unit: "100_changes" | "week";
            /**
             * @description `u`: a Poisson process; `u_prime`: Laney's, whose limits are wider since the counts vary more than that.
             * @enum {string}
             */
            kind: "u" | "u_prime";
            /** @description Episodes by exposure over all weeks; null where there was no exposure. */
            centre: number | null;
            /** @description Laney's sigma z, by which the limits are wider; 1 for a `u` chart. */
            widening: number;
            points: components["schemas"]["ControlPoint"][];
            /** @description By time. */
            signals: components["schemas"]["ControlSignal"][];
            /** @description So many points in a row on one side are a run. */
            runLength: number;
            /** @description Chance that a chart like this one shows a signal at all, of each rule, where the rate is constant at its centre. */
            falseAlarmProbability: {
                beyond_limits: number;
                run: number;
            };
        };
        ControlPoint: {
            /** @description `2026-W03` */
            week: string;
            from: components["schemas"]["Instant"];
            until: components["schemas"]["Instant"];
            episodes: number;
            /** @description In units of the chart; 0 where nothing could fail, and then the other values are null. */
            exposure: number;
            value: number | null;
            /** @description A value below it is a signal. */
            low: number | null;
            /** @description A value above it is one. */
            high: number | null;
        };
        /**
         * @description What is looked for in a chart. `beyond_limits`: a point outside; `run`: many points in a row on one side of the centre.
         * @enum {string}
         */
        ControlRule: "beyond_limits" | "run";
        ControlSignal: {
            rule: components["schemas"]["ControlRule"];
            /** @enum {string} */
            side: "above" | "below";
            /** @description The first and the last week of it. */
            fromWeek: string;
            toWeek: string;
        };
        /** @description What a person decided. A constraint on every later run. */
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
        /** @description What a person decided. A constraint on every later run. */
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
        /** @description In the order in which they were decided. */
        CorrectionsResponse: {
            items: components["schemas"]["ListedCorrection"][];
            next: string | null;
            total: number;
        };
        /** @description What episodes took: of what is known of them, and nothing for what is not. */
        Cost: {
            episodes: number;
            /** @description `high` is the hours that nine in ten stay below; null below ten that tell. */
            impact: {
                total: number;
                median: number | null;
                told: number;
                episodes: number;
                high: number | null;
            };
            pages: {
                /** @description Incidents that paged somebody: those of high urgency. */
                all: {
                    count: number;
                    failureIds: string[];
                };
                /** @description Of them, those that began at night or on a weekend, by the clock of `timeZone`. */
                outOfHours: {
                    count: number;
                    failureIds: string[];
                };
                /** @description Incidents of which nothing tells whether they paged. */
                unknownUrgency: number;
            };
            people: {
                /** @description Hours of people's time over the episodes that tell; null where none does. */
                total: components["schemas"]["Span"] | null;
                /** @description Of an episode: the medians of both ends, so that one outlier does not decide. */
                perEpisode: components["schemas"]["Span"] | null;
                /** @description Episodes that tell: all but those with an incident whose end is not known. */
                told: number;
                /** @description Episodes whose incidents say how many people worked on them; for the others that is assumed. */
                withResponders: number;
                parts: components["schemas"]["CostPart"][];
            };
            /** @description What it is worth that one episode does not happen: what one took in the middle; null where it is not known. */
            avoided: {
                peopleHours: components["schemas"]["Span"] | null;
                impactHours: number | null;
            };
            assumptions: components["schemas"]["CostAssumption"][];
            settings: components["schemas"]["WorkingTimeOutput"];
        };
        CostAssumption: {
            name: components["schemas"]["CostAssumptionName"];
            /** @description What it is a number of, as a reader is told. */
            label: string;
            range: components["schemas"]["Span"];
            /** @description Who says so: a publication, this organisation, or nobody: then it says that it is an assumption. */
            source: string;
        };
        /**
         * @description What people's time is reckoned with where nothing tells it.
         * @enum {string}
         */
        CostAssumptionName: "responders" | "attended_hours" | "hours_per_page" | "hours_per_page_out_of_hours" | "follow_up_hours" | "rework_hours";
        /** @description A part of the people-hours: which time it is, from what it is counted, and by which assumptions. */
        CostPart: {
            /** @enum {string} */
            part: "response" | "pages" | "out_of_hours" | "follow_up" | "rework";
            /** @description In words: what is multiplied with what. */
            reckoning: string;
            hours: components["schemas"]["Span"];
        };
        /** @description Something that was given up: it is in nobody's way, and waits for a person or for its cause to go. */
        DeadLetter: {
            id: string;
            kind: components["schemas"]["DeadLetterKind"];
            /** @description When it was given up last; of a record, when it came. */
            at: components["schemas"]["Instant"];
            /** @description Where it was worked on: a queue. */
            queue: string;
            /** @description Of the job, the record's type, or the event's type. */
            name: string;
            /** @description What it is about: ids, the sender's key of a record, as much of an address as gives nothing away. */
            about: string;
            /** @description The account that it belongs to; null where it belongs to none. */
            connectionId: string | null;
            /** @description Null of what is no delivery. */
            subscriptionId: string | null;
            /** @description Null where only its words are known. */
            code: components["schemas"]["ErrorCode"] | null;
            /** @description What went wrong, in one line. */
            problem: string;
            /** @description Runs or sendings that it had before it was given up. */
            attempts: number;
            /** @description A replay was asked for and has not ended yet. */
            isReplaying: boolean;
            replay: components["schemas"]["ReplayLikelihood"];
            /** @description What to do about it, in a sentence or two. */
            advice: string;
        };
        /**
         * @description `job`: work that was given up after its attempts. `record`: a stored payload that could not be read. `delivery`: an event that a subscription did not take.
         * @enum {string}
         */
        DeadLetterKind: "job" | "record" | "delivery";
        DeadLetterReplayResponse: {
            /** @description How many are tried again. */
            replayed: number;
            /** @description How many of those that were meant stay as they are. */
            left: number;
        };
        /** @description Newest first. */
        DeadLettersResponse: {
            items: components["schemas"]["DeadLetter"][];
            next: string | null;
            total: number;
        };
        /** @description Who decides, as it was at that moment: names change, and users go. */
        Decider: {
            via: components["schemas"]["DeciderVia"];
            /** @description Of the user; null where nobody is known, and of the policy. */
            userId: string | null;
            name: string;
            /** @description Of the token or the session; null of others. */
            viaId: string | null;
            /** @description What the token is called; null of what is no token. */
            tokenName: string | null;
        };
        /**
         * @description By what somebody decides: signed in with a browser, by a token, as whoever uses a link that was made for it or comes from a provider of identities, by a comment at GitHub, or as the policy in its mode `auto`, which is no person, whatever persons call themselves.
         * @enum {string}
         */
        DeciderVia: "session" | "token" | "link" | "provider" | "comment" | "policy";
        /** @description One line of the audit of decisions. */
        Decision: {
            id: string;
            at: components["schemas"]["Instant"];
            by: components["schemas"]["Decider"];
            /** @description The operation of this document, or one of what is decided past it, as `signIn`. */
            operation: string;
            /** @description What that does, in a few words. */
            what: string;
            /** @description On what: ids, by their names in the address; `created` is the id of what it made. */
            subject: {
                [key: string]: string;
            };
            /** @description What was chosen, and what it was before, where that helps. */
            detail: components["schemas"]["DecisionDetail"];
            state: components["schemas"]["DecisionState"];
        };
        /** @description Short facts about a decision: ids, names that people gave, numbers. Never a secret, never a text that was taken in. */
        DecisionDetail: {
            [key: string]: string | number | boolean | null | string[];
        };
        /**
         * @description `begun`: it is not known whether it was carried out, since the process ended or a part of Refrain went away in the middle.
         * @enum {string}
         */
        DecisionState: "begun" | "done";
        /** @description Newest first. */
        DecisionsResponse: {
            items: components["schemas"]["Decision"][];
            next: string | null;
            total: number;
        };
        /** @description The five metrics of DORA, as of January 2026 (dora.dev/guides/dora-metrics). */
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
            /** @description What was taken for production, by name; an environment without a name is left out. */
            environments: string[];
            organisation: components["schemas"]["DeliveryFigures"];
            /** @description Each with a deployment, by name. DORA advises to measure one application at a time, and to compare none with another. */
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
            /** @description Attempts that did not go through: they are no deployments. */
            attemptsFailed: number;
            /** @description Deployments per week, with a 95 % interval. */
            perWeek: number;
            low: number;
            high: number;
            /** @description Days in UTC on which there was one, as a part of all. */
            daysWithOne: number;
        };
        /** @description By what was deployed; of several, the first in this order. */
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
        /** @description An immutable snapshot of a period. */
        Digest: {
            scope: components["schemas"]["DigestScope"];
            period: components["schemas"]["DigestPeriod"];
            episodes: number;
            episodesBefore: number;
            /** @description Occasions to fail; null where no change is known. */
            changes: number | null;
            changesBefore: number | null;
            /** @description Those with an episode in the period, or whose standing changed in it; most episodes first. */
            patterns: components["schemas"]["DigestedPattern"][];
            completeness: components["schemas"]["Completeness"];
            document: components["schemas"]["ReportDocument"];
            /** @description The newest that was known when it was made. */
            asOf: components["schemas"]["Instant"];
        };
        /** @description From Monday to Monday, or from the first of a month to that of the next, in UTC; `until` is not part of it. */
        DigestPeriod: {
            /** @enum {string} */
            kind: "week" | "month";
            from: components["schemas"]["Instant"];
            until: components["schemas"]["Instant"];
        };
        /** @description Whose failures a digest tells of. A team is an owner of repositories, never a person. */
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
        /** @description What became of a pattern in a period. A pattern can be in several of them: returned and rising. */
        DigestedPattern: {
            patternId: string;
            name: string;
            lesson: string;
            /** @description Episodes in the period, and in the one before of the same length. */
            episodes: number;
            episodesBefore: number;
            /** @description Where it stood at the end of the period; null where it was no pattern by then. */
            recurrence: components["schemas"]["Recurrence"] | null;
            /** @description What it became in this period, so that each is told once: `new` became a pattern, `returned` came back, `quiet` fell silent. Null where it became nothing else; absent in what earlier versions wrote. */
            became?: ("new" | "returned" | "quiet") | null;
            /** @description That there are more or fewer of it than by chance, after control over all patterns. */
            direction: ("rising" | "falling") | null;
            /** @description Chance of at least one more episode in the period after this one; null where forecasts have no skill. */
            probability: number | null;
        };
        DigestsResponse: {
            items: components["schemas"]["ListedDigest"][];
            next: string | null;
            total: number;
        };
        DiscardDeadLetter: {
            /** @description Why; it stands in the audit. */
            reason: string;
        };
        /** @description A duration that so large a part of them does not exceed, in hours, with a 95 % interval; null where it is not known. */
        DurationQuantile: {
            value: number | null;
            low: number | null;
            high: number | null;
        };
        /** @description How long it takes. There is no mean: a few very long ones make it, and it says nothing of any of them (Davidovič and others, "Incident Metrics in SRE", 2021; the VOID report, 2022). */
        DurationSummary: {
            /** @description Those whose end is known. */
            ended: number;
            /** @description Those that go on: they count as at least as long as they have been. */
            open: number;
            /** @description Those of which nothing tells whether they ended: they are left out. */
            unknown: number;
            /**
             * @description By Kaplan and Meier where some are open, else by the order of the durations.
             * @enum {string}
             */
            method: "order" | "kaplan_meier";
            firstQuartile: components["schemas"]["DurationQuantile"];
            median: components["schemas"]["DurationQuantile"];
            thirdQuartile: components["schemas"]["DurationQuantile"];
            ninetiethPercentile: components["schemas"]["DurationQuantile"];
            /** @description Ended ones by length, in hours; each bin about three times as wide as the one before. The last has no upper end. */
            histogram: {
                from: number;
                until: number | null;
                count: number;
            }[];
        };
        /** @description What became of a pattern after its fix. Figures are of all that is known by `until`; the verdict, once made, stays. */
        Effect: {
            patternId: string;
            fixedAt: components["schemas"]["Instant"];
            until: components["schemas"]["Instant"];
            verdict: components["schemas"]["EffectVerdict"];
            /** @description The look at which it was made; null while it is too early. */
            decidedAt: components["schemas"]["Instant"] | null;
            /** @description The last look at the latest. */
            monitoringEndsAt: components["schemas"]["Instant"];
            /** @description So many more without an episode would show that it held; null where that is decided, or can no longer be shown. */
            weeksNeeded: number | null;
            perWeek: components["schemas"]["EffectMeasure"];
            /** @description Null where too few changes are known to tell. */
            per100Changes: components["schemas"]["EffectMeasure"] | null;
            /** @description The verdict with what it rests on, in plain sentences. */
            says: string[];
        };
        /** @description Before the fix and since, by one kind of exposure. */
        EffectMeasure: {
            before: components["schemas"]["TrendRate"];
            /** @description The rate that it would be expected to go on with had nothing changed, in the unit of `before`: what all patterns tell is in it. */
            expectedRate: number;
            /** @description Episodes since the fix that were to be expected had nothing changed. */
            expected: number;
            /** @description Null where there was no exposure since. */
            after: components["schemas"]["TrendRate"] | null;
            /** @description The rate since by the one that it would have gone on with, with a 95 % interval; null where there was no exposure since. */
            ratio: {
                value: number;
                low: number;
                high: number;
            } | null;
        };
        /**
         * @description Whether a fix held. `held`: the rate is lower now. `came_back`: there are more episodes than a fix that prevents three of four would leave, and no fewer than before. `not_distinguishable`: the watch is over and neither could be told. `too_early`: it goes on.
         * @enum {string}
         */
        EffectVerdict: "held" | "came_back" | "not_distinguishable" | "too_early";
        /** @enum {string} */
        EffortSize: "S" | "M" | "L";
        EncryptionStatus: {
            keys: components["schemas"]["KeyUse"][];
            /** @description The last one, or the one under way; null where there was none. */
            rotation: components["schemas"]["KeyRotation"] | null;
        };
        /** @description Something that was forgotten, or is being: nothing here says what it was called. */
        Erasure: {
            id: string;
            /** @enum {string} */
            kind: "repository" | "person";
            /** @enum {string} */
            state: "pending" | "done";
            /** @description What is being worked on; null before it begins and at its end. */
            step: string | null;
            /** @description Rows that are gone or were changed so far, by table. */
            rows: {
                [key: string]: number;
            };
            /** @description What Refrain does not reach, in sentences; said at the end. */
            kept: string[];
            requestedBy: string;
            requestedAt: components["schemas"]["Instant"];
            endedAt: components["schemas"]["Instant"] | null;
        };
        /** @description What would go. */
        ErasurePreview: {
            /** @description Rows that would go or be changed, by table. */
            rows: {
                [key: string]: number;
            };
            /** @description All that it is known by. */
            names: string[];
            /** @description What Refrain does not reach, in sentences. */
            kept: string[];
        };
        /** @description What is to be forgotten. */
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
         * @description Every way in which Refrain can fail, as a closed list; each code says by itself whether trying again can help.
         * @enum {string}
         */
        ErrorCode: "invalid_input" | "not_found" | "conflict" | "precondition_failed" | "key_reused" | "unauthenticated" | "forbidden" | "too_large" | "unsupported_encoding" | "rate_limited" | "signature_invalid" | "credential_rejected" | "permission_missing" | "provider_unreachable" | "provider_failed" | "provider_unexpected" | "unavailable" | "misconfigured" | "internal";
        /** @description A mean with the range that it lies in. */
        Estimate: {
            low: number;
            mean: number;
            high: number;
        };
        /**
         * @description Everything that is told to who listens, as a closed list.
         * @enum {string}
         */
        EventType: "report_written" | "digest_written" | "pattern_found" | "pattern_rising" | "pattern_returned";
        /** @description One reason for a link or a membership, in words a person can check. */
        Evidence: {
            /** @description Which kind of sign: `time`, `service`, `words`, `paths`, `reference`, `sha`; `decision` where a person said so. */
            signal: string;
            detail: string;
            /** @description Its part of the score, in [0, 1]. */
            weight: number;
        };
        /** @enum {string} */
        FailureKind: "incident" | "failed_deployment" | "reverted_change";
        /** @description Where failures happen, and why: counts of episodes with what they are counted against. */
        FailureMap: {
            from: components["schemas"]["Instant"];
            until: components["schemas"]["Instant"];
            days: number;
            filter: components["schemas"]["FailureMapFilter"];
            /** @description How many episodes the map counts. One that hit several services is in the cells of each. */
            episodes: number;
            /** @description How often the organisation could have failed. */
            changes: number;
            /** @description Most episodes first; what no place is known of last. */
            services: components["schemas"]["MapService"][];
            /** @description Only cells in which something happened; those that stand out and those of most episodes first. */
            causes: components["schemas"]["CauseCell"][];
            triggers: components["schemas"]["TriggerCell"][];
            /** @description Surest first; no folder of another one that is in the list. */
            hotspots: components["schemas"]["PathHotspot"][];
            /** @description Cells and folders that were compared, also those in which nothing happened. */
            compared: {
                causes: number;
                triggers: number;
                folders: number;
            };
            /** @description What is left out of it or not known, for the reader. */
            gaps: {
                withoutService: number;
                withoutCause: number;
                withoutTrigger: number;
                withoutHours: number;
                withoutPaths: number;
                /** @description Left out by the filter since their environment is not known. */
                withoutEnvironment: number;
                /** @description Services whose changes are not known. */
                servicesWithoutChanges: number;
            };
        };
        /** @description What of the map is shown; everything unless said otherwise. */
        FailureMapFilter: {
            /**
             * @description An owner of repositories or folders, never a person. Rates stay compared with those of the whole organisation.
             * @default null
             */
            team: string | null;
            /** @default null */
            environment: string | null;
            /**
             * @description Episodes with a failure of one of these kinds.
             * @default []
             */
            kinds: components["schemas"]["FailureKind"][];
        };
        FailureResponse: {
            kind: components["schemas"]["FailureKind"];
            /** @description The provider's own id, unique within connection and kind: `acme/api#deployment/42`, `PD12345`. */
            externalId: string;
            title: string;
            /** @description Everything readable that is known of it, people already replaced by roles. May be empty. */
            text: string;
            /** @description Service names as the provider has them. */
            services: string[];
            /** @description `owner/name`. */
            repository: string | null;
            environment: string | null;
            /** @description Paths of the files that were changed or named, relative to the repository. */
            paths: string[];
            /** @description The commit that failed, that was reverted, or that an incident names. */
            sha: string | null;
            occurredAt: components["schemas"]["Instant"];
            resolvedAt: components["schemas"]["Instant"] | null;
            /** @description How precisely `occurredAt` and `resolvedAt` are known: the coarser of the two. */
            precision: components["schemas"]["TimePrecision"];
            /** @description Null where nothing is known but start and end. */
            timing: components["schemas"]["FailureTiming"] | null;
            /** @description Priority as the account names it, else how bad the provider says it is. */
            severity: string | null;
            urgency: string | null;
            /** @description How many people worked on it: a count, never who. */
            responders: number | null;
            /** @description Addresses of pages that are about the same failure: the run behind a deployment, the page behind a post-mortem. */
            references: string[];
            url: string | null;
            /** @description Instant of the provider's last change to it: an older version never overwrites a newer one. */
            version: components["schemas"]["Instant"];
            /** @description False for a planned toggle, a dependency bump, a revert without a reason and the like: kept and shown, never grouped. */
            isFailure: boolean;
            /** @description In [0, 1]: how sure `isFailure` is; .5 for a revert whose messages do not tell. */
            confidence: number;
            /** @description Words of a revert's messages that decided `isFailure`; absent or empty where none did. */
            decidingWords?: string[];
            id: string;
            connectionId: string;
            /** @description The event that it is part of; null until linking has run. */
            episodeId: string | null;
            /** @description The failure that this one tells of a second time: kept and shown with it, never counted or grouped. */
            duplicateOf: string | null;
            /** @description Whether a person decided that it is a failure or none, alone or with all whose titles are alike. */
            isDecided: boolean;
            patternId: string | null;
            /** @description As people or Refrain call its pattern; null where it is in none. */
            patternName: string | null;
            /** @description Whether it is in its pattern by likeness alone, until the next regrouping confirms or moves it. */
            isProvisional: boolean;
            /** @description What is said of an incident and the changes around it; null for others, and until a regrouping has looked at it. */
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
            /** @description Null where its text states none and no change is linked. */
            resolution: components["schemas"]["Resolution"] | null;
            /** @description How surely it is in its pattern, and why; null where it is in none. */
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
                /** @description What stands at the far end: the change, or the other failure. Without a title where it is gone. */
                other: {
                    id: string;
                    title: string | null;
                    url: string | null;
                };
            }[];
        };
        /** @description How it went between its start and its end, as far as the provider says. */
        FailureTiming: {
            acknowledgedAt: components["schemas"]["Instant"] | null;
            mitigatedAt: components["schemas"]["Instant"] | null;
            /** @description When it came back after it had been resolved, oldest first. */
            reopenedAt: components["schemas"]["Instant"][];
        };
        FailuresResponse: {
            items: components["schemas"]["ListedFailure"][];
            next: string | null;
            total: number;
        };
        /** @description What was put in place: the pull request that closed the issue, or that people closed it as completed. */
        Fix: {
            /** @description Pull request; null where the issue was closed without one. */
            url: string | null;
            /** @description When it was merged, or the issue closed. */
            mergedAt: components["schemas"]["Instant"];
            /** @description When it was in production: of the first deployment with it; null while none is known to have it. */
            deployedAt: components["schemas"]["Instant"] | null;
        };
        /** @description A fix of which is known whether it held. */
        FixOutcome: {
            id: string;
            patternId: string;
            title: string;
            /** @description Since when it is in this state. */
            stateSince: components["schemas"]["Instant"];
            /** @enum {string} */
            state: "verified" | "recurred";
            /** @description What came of it, in a sentence; null where it was not measured. */
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
            /** @description Episodes counted, and the days over which they were. */
            episodes: number;
            days: number;
            /** @description Episodes in 30 days: its own count as it is, and what is usual among the patterns of this organisation. */
            ownRate: number;
            usualRate: number;
            /** @description In [0, 1]: how much of its rate is borrowed from the others, because its own history is short. */
            borrowed: number;
            /** @description By what its rate is multiplied for the next 30 days: how recent its episodes are, how they bunch, how all have changed, the season. */
            changed: number | null;
            /** @description The part of it that is due to the time of the year; null where less than a year is known. */
            season: number | null;
            /** @description Chance that its fix holds; null without one. */
            fixHolds: number | null;
        };
        /**
         * @description Why there is no forecast.
         * @enum {string}
         */
        ForecastGap: "history_too_short" | "no_skill" | "too_few_episodes";
        /** @description What to expect within so many days. All four figures are null where `gap` says why. */
        ForecastHorizon: {
            days: number;
            /** @description Of at least one more episode, in (0, 1). */
            probability: number | null;
            /** @description Mean number of episodes. */
            expected: number | null;
            /** @description The number of episodes is from `low` to `high` with a chance as near to 90 % as whole numbers allow. */
            low: number | null;
            high: number | null;
            gap: components["schemas"]["ForecastGap"] | null;
        };
        /** @description A repository as `owner/name`, in the form that GitHub permits: an owner has letters, digits, `-` and `_`, a name also dots, but is neither `.` nor `..`. The two stand in the path of a request, where dots would lead elsewhere. */
        FullRepositoryName: string;
        GitHubAppResponse: {
            /**
             * @description `created`: the App is made and not installed yet.
             * @enum {string}
             */
            state: "waiting" | "created" | "connected";
            /** @description Null until it is connected. */
            connection: components["schemas"]["Connection"] | null;
        };
        /** @description A GitHub App that is about to be made: the address is for a person's browser. */
        GitHubAppStartResponse: {
            state: string;
            url: string;
            expiresAt: components["schemas"]["Instant"];
        };
        /** @description A change of the system after which a kind of failure does not come back, or does no harm when it does. */
        Guardrail: {
            /** @description Never changes: outcomes are kept by it. */
            id: string;
            name: string;
            promise: string;
            /** @description The kinds of failure that it answers, each cause with each trigger. `share` is an assumption: of such failures, where the guardrail applies, the part that it would plausibly stop or make harmless. */
            answers: {
                causes: ("code_defect" | "configuration" | "capacity" | "dependency" | "infrastructure" | "data" | "expiry_time" | "security_access" | "process")[];
                triggers: ("deployment" | "config_push" | "traffic" | "maintenance" | "dependency_change" | "hardware" | "time")[];
                share: components["schemas"]["Span"];
            }[];
            /** @description An assumption: the part of those failures to which it applies even where no sign of it is seen. Low for what stops one thing only. */
            breadth: number;
            speaksFor: components["schemas"]["GuardrailSignal"][];
            speaksAgainst: components["schemas"]["GuardrailSignal"][];
            /** @description How to do it, tool-neutral. */
            steps: string[];
            /** @description A check that fails while the guardrail is missing, and a figure to watch. */
            proof: {
                check: string;
                figure: string;
            };
            /** @description An assumption, for one service or one pipeline. */
            effort: {
                size: components["schemas"]["EffortSize"];
                days: components["schemas"]["Span"];
            };
            doesNotCatch: string[];
            sources: components["schemas"]["GuardrailSource"][];
        };
        /** @description Every factor of a recommendation's value, so that it can be worked out again by hand. */
        GuardrailArithmetic: {
            horizonDays: number;
            /** @description Episodes that are expected within the horizon if nothing changes; null where no forecast was given. */
            expectedEpisodes: components["schemas"]["Estimate"] | null;
            /** @description How surely cause and trigger are among those that it answers, in [0, 1]. */
            kindMatch: number;
            /** @description Its breadth, an assumption of the library. */
            breadth: number;
            /** @description Mean over the episodes of what the signs for it amount to, in [0, 1]. */
            signals: number;
            /** @description Mean over the episodes of the chance that it applies to them, in [0, 1], after what speaks against it. */
            fit: number;
            /** @description Of the episodes to which it applies, the part that it would stop: an assumption. */
            share: components["schemas"]["Span"];
            /** @description What became of it in this organisation: weights of outcomes, and what they multiply the share by. */
            history: {
                held: number;
                cameBack: number;
                factor: number;
            };
            /** @description Expected episodes × fit × share × history. */
            avoidedEpisodes: components["schemas"]["Span"] | null;
            /** @description People-hours that one episode costs; null where not known. */
            costHours: components["schemas"]["Span"] | null;
            effortDays: components["schemas"]["Span"];
            /** @description Avoided episodes × cost ÷ effort, from worst to best: people-hours saved for each day of work; null where a factor is. */
            hoursSavedPerDay: components["schemas"]["Span"] | null;
            /** @description What the ranking goes by: the product of the means of all factors that are known. */
            value: number;
            /** @description The same as a sentence. */
            explanation: string;
        };
        /** @description What is recommended for a pattern, what was tried for it, and what is not known. */
        GuardrailChoice: {
            /** @description Best first; empty where nothing fits. */
            recommendations: components["schemas"]["Recommendation"][];
            /** @description What was put in place for this very pattern, whatever came of it. */
            tried: components["schemas"]["GuardrailOutcome"][];
            /** @description What would decide, were it known. */
            openQuestions: string[];
        };
        /** @description One reason for or against, with the failures in which it can be looked up. */
        GuardrailEvidence: {
            /** @description A sentence. Of what was ingested it holds nothing but words that the library knows. */
            says: string;
            failureIds: string[];
            episodes: number;
            /** @description Of the sign, in (0, 1]. */
            strength: number;
        };
        /** @description How it went with a guardrail that was put in place because of a pattern. */
        GuardrailOutcome: {
            guardrailId: string;
            /** @description The pattern it was meant for; null where that is not known any more. */
            patternId: string | null;
            outcome: components["schemas"]["EffectVerdict"];
            /** @description Likely causes of that pattern. */
            causes: components["schemas"]["Cause"][];
        };
        /** @description Something that can be seen in a failure, an episode or a pattern, and speaks for or against a guardrail. */
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
        /** @description A document that anybody can read: chapter and place. */
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
        /** @description Hours of impact of several episodes, each as long as at least one of its incidents or failed deployments was on. */
        ImpactHours: {
            /** @description Over the episodes that tell. One long episode may be most of it: read it beside the median. */
            total: number;
            /** @description Null where no episode tells. */
            median: number | null;
            /** @description How many episodes tell how long they were; the others are not counted as 0. */
            told: number;
            episodes: number;
        };
        ImportResponse: {
            connection: components["schemas"]["Connection"];
            received: number;
            /** @description Those that were not known before. */
            stored: number;
        };
        /** @description The systemic fix for a pattern and its one GitHub issue. */
        Improvement: {
            id: string;
            patternId: string;
            state: components["schemas"]["ImprovementState"];
            /** @description Since when it is in this state. */
            stateSince: components["schemas"]["Instant"];
            /** @description Why it is in this state, in a sentence. */
            reason: string | null;
            /** @description `owner/name` where the issue belongs, or where it is by now; null while nobody knows. */
            repository: string | null;
            title: string;
            /** @description What whoever approved it wants to say first; Markdown is shown as it is written. */
            note: string | null;
            /** @description The guardrail that it proposes; null where none is recommended. */
            guardrailId: string | null;
            /** @description What the pattern's episodes of the policy's window took of people's time; null where it is not known. */
            peopleHours: number | null;
            issueNumber: number | null;
            issueUrl: string | null;
            /** @description Null before it is opened. */
            issueState: components["schemas"]["IssueState"] | null;
            /** @description Address of the issue before this one, whose fix did not last; null where there was none. */
            previousIssueUrl: string | null;
            /** @description Who approved it, as texts have it; null while nobody has. */
            approvedBy: string | null;
            /** @description Who that is; null while nobody has, and of what a former version approved. */
            approver: components["schemas"]["Decider"] | null;
            /** @description When its issue was first recorded; null before. */
            openedAt: components["schemas"]["Instant"] | null;
            /** @description Until when nothing is said of it, as a person asked; null where nobody did. */
            snoozedUntil: components["schemas"]["Instant"] | null;
            /** @description Null while nothing was put in place. */
            fix: components["schemas"]["Fix"] | null;
            /** @description What came of the fix since it was deployed; null before that was measured. */
            effect: components["schemas"]["Effect"] | null;
            /** @description Oldest first. */
            pastFixes: components["schemas"]["PastFix"][];
            /** @description Why the issue could not be opened or brought up to date the last time, and what to do; null when it could. */
            problem: string | null;
            createdAt: components["schemas"]["Instant"];
            updatedAt: components["schemas"]["Instant"];
        };
        /** @description Which patterns deserve an issue, and how issues are opened: what an organisation may set. */
        ImprovementPolicy: {
            /** @default propose */
            mode: components["schemas"]["PolicyMode"];
            /**
             * @description Nothing is written to a provider but the webhook that brings its events; what would be is listed instead.
             * @default false
             */
            dryRun: boolean;
            /**
             * @description At least so many episodes …
             * @default 3
             */
            minEpisodes: number;
            /**
             * @description … within so many days until now.
             * @default 365
             */
            windowDays: number;
            /**
             * @description How well the members hold together, in [0, 1]. Of patterns of generated organisations that are this sure 191 of 200 are of one failure, of the others 8 of 28.
             * @default 0.8
             */
            minConfidence: number;
            /**
             * @description Unless it is rising or has returned, its episodes of the window took at least so many hours of people's time; 0 asks for none.
             * @default 8
             */
            minPeopleHours: number;
            /**
             * @description Issues that the policy opens by itself: so many open ones in all and in a repository, and so many opened in seven days.
             * @default 10
             */
            maxOpen: number;
            /** @default 3 */
            maxOpenPerRepository: number;
            /** @default 3 */
            maxPerWeek: number;
            /**
             * @description The policy opens nothing by itself out of these hours; null knows no quiet hours.
             * @default null
             */
            quietOutside: components["schemas"]["WorkingTime"] | null;
            /**
             * @description `owner/name`, where nothing tells where an issue belongs.
             * @default null
             */
            fallbackRepository: components["schemas"]["FullRepositoryName"] | null;
            /**
             * @description Each issue carries it and is found again by it.
             * @default refrain
             */
            label: string;
            /**
             * @description People put one of these on an issue to say so.
             * @default refrain: accepted
             */
            acceptedLabel: string;
            /** @default refrain: not systemic */
            declinedLabel: string;
            /**
             * @description Services, by name, whose incidents get a note when they begin like earlier ones; `*` is all of them.
             * @default []
             */
            notesFor: string[];
            /**
             * @description E-mail address of the PagerDuty user in whose name notes are written: PagerDuty takes none without.
             * @default null
             */
            notesFrom: string | null;
            /**
             * @description Whether open pull requests get a check where they resemble what failed before; needs a GitHub App.
             * @default false
             */
            checkPulls: boolean;
            /**
             * @description At most about this share of pull requests gets one, in (0, .1].
             * @default 0.02
             */
            checkedShare: number;
            /**
             * @description What becomes of an issue whose failure came back after its fix.
             * @default reopen
             * @enum {string}
             */
            onRecurrence: "reopen" | "follow_up";
        };
        /** @description Which patterns deserve an issue, and how issues are opened: what an organisation may set. */
        ImprovementPolicyOutput: {
            /** @default propose */
            mode: components["schemas"]["PolicyMode"];
            /**
             * @description Nothing is written to a provider but the webhook that brings its events; what would be is listed instead.
             * @default false
             */
            dryRun: boolean;
            /**
             * @description At least so many episodes …
             * @default 3
             */
            minEpisodes: number;
            /**
             * @description … within so many days until now.
             * @default 365
             */
            windowDays: number;
            /**
             * @description How well the members hold together, in [0, 1]. Of patterns of generated organisations that are this sure 191 of 200 are of one failure, of the others 8 of 28.
             * @default 0.8
             */
            minConfidence: number;
            /**
             * @description Unless it is rising or has returned, its episodes of the window took at least so many hours of people's time; 0 asks for none.
             * @default 8
             */
            minPeopleHours: number;
            /**
             * @description Issues that the policy opens by itself: so many open ones in all and in a repository, and so many opened in seven days.
             * @default 10
             */
            maxOpen: number;
            /** @default 3 */
            maxOpenPerRepository: number;
            /** @default 3 */
            maxPerWeek: number;
            /**
             * @description The policy opens nothing by itself out of these hours; null knows no quiet hours.
             * @default null
             */
            quietOutside: components["schemas"]["WorkingTimeOutput"] | null;
            /**
             * @description `owner/name`, where nothing tells where an issue belongs.
             * @default null
             */
            fallbackRepository: components["schemas"]["FullRepositoryName"] | null;
            /**
             * @description Each issue carries it and is found again by it.
             * @default refrain
             */
            label: string;
            /**
             * @description People put one of these on an issue to say so.
             * @default refrain: accepted
             */
            acceptedLabel: string;
            /** @default refrain: not systemic */
            declinedLabel: string;
            /**
             * @description Services, by name, whose incidents get a note when they begin like earlier ones; `*` is all of them.
             * @default []
             */
            notesFor: string[];
            /**
             * @description E-mail address of the PagerDuty user in whose name notes are written: PagerDuty takes none without.
             * @default null
             */
            notesFrom: string | null;
            /**
             * @description Whether open pull requests get a check where they resemble what failed before; needs a GitHub App.
             * @default false
             */
            checkPulls: boolean;
            /**
             * @description At most about this share of pull requests gets one, in (0, .1].
             * @default 0.02
             */
            checkedShare: number;
            /**
             * @description What becomes of an issue whose failure came back after its fix.
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
         * @description How an incident ended: its cause was taken back (`revert`), an older state was deployed again (`rollback`), another change mended it (`fix`), its own words tell of a step that is no change (`manual`), or no change was near and no step is told of (`self_resolved`).
         * @enum {string}
         */
        IncidentResolution: "revert" | "rollback" | "fix" | "manual" | "self_resolved" | "unknown";
        /**
         * Format: date-time
         * @description A point in time in UTC, to the millisecond, as `2026-01-31T08:15:00.000Z`: sorts as text in the order of time.
         */
        Instant: string;
        /** @description The issue as it would be written. */
        IssuePreview: {
            /** @description Null while nobody knows where it belongs. */
            repository: string | null;
            title: string;
            /** @description GitHub Markdown. */
            body: string;
            labels: string[];
        };
        /**
         * @description What GitHub says of an issue, or what is known of it: whether it is open, and why it was closed.
         * @enum {string}
         */
        IssueState: "open" | "completed" | "not_planned" | "duplicate";
        /** @description The sealing anew of all that is stored. */
        KeyRotation: {
            /** @description The key that everything is sealed by when it is done. */
            keyId: string;
            /** @enum {string} */
            state: "running" | "done";
            /** @description Values that were to be sealed anew when it began. */
            total: number;
            done: number;
            /** @description Values that no known key opens, or that a process goes on sealing by another key: they stay as they are. */
            unreadable: number;
            requestedBy: string;
            begunAt: components["schemas"]["Instant"];
            endedAt: components["schemas"]["Instant"] | null;
        };
        /** @description A key that what is stored is sealed by. The id tells nothing of the key. */
        KeyUse: {
            /** @description 8 hexadecimal digits. */
            id: string;
            /** @description Whether it seals what comes. */
            isPresent: boolean;
            /** @description Whether the process that answers was given it. */
            isGiven: boolean;
            /** @description Whether something is sealed by it, or may be soon: one that is not can be taken away. */
            isNeeded: boolean;
            values: number;
        };
        /** @description The resolution of a pattern's newest failure whose resolution is known. */
        LatestResolution: {
            /** @description Null where its text states none. */
            stated: components["schemas"]["StatedResolution"] | null;
            /** @description Null where no change is linked. The revert of a reverted change is none. */
            change: components["schemas"]["ResolvingChange"] | null;
            failureId: string;
            occurredAt: components["schemas"]["Instant"];
            precision: components["schemas"]["TimePrecision"];
        };
        /** @description A pattern as the failure library has it: what to know of it before it is met. */
        LibraryEntry: {
            pattern: components["schemas"]["Pattern"];
            recurrence: components["schemas"]["Recurrence"] | null;
            /** @description What its report recommends first. */
            guardrail: components["schemas"]["Guardrail"] | null;
            /** @description Some of its episodes, newest first. */
            episodes: components["schemas"]["ReportSource"][];
        };
        /** @description A file of the exported library; `path` leads nowhere but into its folder. */
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
        /** @description The pattern that what was asked about most likely belongs to. */
        LikelyPattern: {
            id: string;
            /** @description A phrase in a person's words. */
            name: string;
            episodes: number;
            lastAt: components["schemas"]["Instant"];
            /** @description Blameless: under which condition, what the system allowed, how it showed, what ended it. */
            lesson: string;
            /** @description In [0, 1]. */
            confidence: number;
            /** @description The resolution of its newest failure whose resolution is known. */
            latestResolution: components["schemas"]["LatestResolution"] | null;
        };
        LikelyTrigger: {
            trigger: components["schemas"]["Trigger"];
            confidence: number;
            evidence: string[];
        };
        /** @description How a pattern came from others, or where it went. */
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
        /** @description A check with what became of its pull request: whether the warning was right shows by this. */
        ListedCheck: {
            id: string;
            connectionId: string;
            /** @description `owner/name`. */
            repository: string;
            number: number;
            /** @description The commit that it stands at. */
            headSha: string;
            state: components["schemas"]["PullCheckState"];
            /** @description The pattern that it resembles; null where what it resembles is in none. */
            patternId: string | null;
            /** @description The earlier failures behind it, those that say most first. */
            failureIds: string[];
            /** @description Calibrated chance in [0, 1] that a failure comes of it, and that of any change. */
            score: number;
            usual: number;
            /** @description Where it can be looked at; null before it is written. */
            url: string | null;
            at: components["schemas"]["Instant"];
            outcome: components["schemas"]["CheckedOutcome"];
        };
        /** @description A correction with who made it last; null where that was before it was kept. */
        ListedCorrection: {
            id: string;
            decision: components["schemas"]["CorrectionDecisionOutput"];
            decidedAt: components["schemas"]["Instant"];
            decidedBy: components["schemas"]["Decider"] | null;
        };
        /** @description A digest as a list shows it. */
        ListedDigest: {
            scope: components["schemas"]["DigestScope"];
            period: components["schemas"]["DigestPeriod"];
            episodes: number;
            episodesBefore: number;
            /** @description The newest that was known when it was made. */
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
            /** @description Everything readable that is known of it, people already replaced by roles. May be empty. */
            text: string;
            /** @description Service names as the provider has them. */
            services: string[];
            /** @description `owner/name`. */
            repository: string | null;
            environment: string | null;
            /** @description Paths of the files that were changed or named, relative to the repository. */
            paths: string[];
            /** @description The commit that failed, that was reverted, or that an incident names. */
            sha: string | null;
            occurredAt: components["schemas"]["Instant"];
            resolvedAt: components["schemas"]["Instant"] | null;
            /** @description How precisely `occurredAt` and `resolvedAt` are known: the coarser of the two. */
            precision: components["schemas"]["TimePrecision"];
            /** @description Null where nothing is known but start and end. */
            timing: components["schemas"]["FailureTiming"] | null;
            /** @description Priority as the account names it, else how bad the provider says it is. */
            severity: string | null;
            urgency: string | null;
            /** @description How many people worked on it: a count, never who. */
            responders: number | null;
            /** @description Addresses of pages that are about the same failure: the run behind a deployment, the page behind a post-mortem. */
            references: string[];
            url: string | null;
            /** @description Instant of the provider's last change to it: an older version never overwrites a newer one. */
            version: components["schemas"]["Instant"];
            /** @description False for a planned toggle, a dependency bump, a revert without a reason and the like: kept and shown, never grouped. */
            isFailure: boolean;
            /** @description In [0, 1]: how sure `isFailure` is; .5 for a revert whose messages do not tell. */
            confidence: number;
            /** @description Words of a revert's messages that decided `isFailure`; absent or empty where none did. */
            decidingWords?: string[];
            id: string;
            connectionId: string;
            /** @description The event that it is part of; null until linking has run. */
            episodeId: string | null;
            /** @description The failure that this one tells of a second time: kept and shown with it, never counted or grouped. */
            duplicateOf: string | null;
            /** @description Whether a person decided that it is a failure or none, alone or with all whose titles are alike. */
            isDecided: boolean;
            patternId: string | null;
            /** @description As people or Refrain call its pattern; null where it is in none. */
            patternName: string | null;
            /** @description Whether it is in its pattern by likeness alone, until the next regrouping confirms or moves it. */
            isProvisional: boolean;
        };
        /** @description A guardrail as a list shows it, for who chooses one. */
        ListedGuardrail: {
            /** @description Never changes: outcomes are kept by it. */
            id: string;
            name: string;
            promise: string;
            /** @description The kinds of failure that it answers, each cause with each trigger. `share` is an assumption: of such failures, where the guardrail applies, the part that it would plausibly stop or make harmless. */
            answers: {
                causes: ("code_defect" | "configuration" | "capacity" | "dependency" | "infrastructure" | "data" | "expiry_time" | "security_access" | "process")[];
                triggers: ("deployment" | "config_push" | "traffic" | "maintenance" | "dependency_change" | "hardware" | "time")[];
                share: components["schemas"]["Span"];
            }[];
            /** @description An assumption: the part of those failures to which it applies even where no sign of it is seen. Low for what stops one thing only. */
            breadth: number;
            /** @description How to do it, tool-neutral. */
            steps: string[];
            /** @description A check that fails while the guardrail is missing, and a figure to watch. */
            proof: {
                check: string;
                figure: string;
            };
            /** @description An assumption, for one service or one pipeline. */
            effort: {
                size: components["schemas"]["EffortSize"];
                days: components["schemas"]["Span"];
            };
            doesNotCatch: string[];
            sources: components["schemas"]["GuardrailSource"][];
        };
        /** @description A pattern with what a reader of many decides by. */
        ListedPattern: {
            id: string;
            /** @description A phrase in a person's words. */
            name: string;
            /** @description Blameless: under which condition, what the system allowed, how it showed, what ended it. */
            lesson: string;
            /** @description The lesson in its parts. Absent in what earlier versions wrote. */
            scenario?: components["schemas"]["Scenario"];
            /** @description The terms that tell it from the other patterns, strongest first. */
            terms: string[];
            cause: components["schemas"]["Cause"];
            trigger: components["schemas"]["Trigger"];
            /** @description All that are likely, the one that most of its members speak for first, each as sure as its surest member, in tenths: finer is not known. Absent in what earlier versions wrote. */
            causes?: components["schemas"]["LikelyCause"][];
            triggers?: components["schemas"]["LikelyTrigger"][];
            services: string[];
            repositories: string[];
            /** @description In [0, 1]: how well its members hold together. */
            confidence: number;
            /** @description Members by the kind of failure. */
            kinds: {
                incident: number;
                failed_deployment: number;
                reverted_change: number;
            };
            episodes: number;
            /** @description For ranking patterns: impact hours, severity and recency of incidents, then failed deployments, then reverts. More is worse. */
            harm: number;
            firstAt: components["schemas"]["Instant"];
            lastAt: components["schemas"]["Instant"];
            /** @description What a person said of it the last time; null where nobody has. */
            judgement: components["schemas"]["PatternJudgement"] | null;
            /** @description Where it stands; null before it was measured, and where it has too few episodes. */
            recurrence: components["schemas"]["Recurrence"] | null;
            /** @description Of its pace per week; null where the time that is known is no period yet. */
            direction: components["schemas"]["TrendDirection"] | null;
            /** @description Chance of at least one more episode within 30 days; null where no forecast is shown. */
            probability30: number | null;
            /** @description Null where nothing was proposed. */
            improvement: {
                id: string;
                state: components["schemas"]["ImprovementState"];
            } | null;
        };
        /** @description A snapshot as a list shows it. */
        ListedReport: {
            id: string;
            patternId: string;
            createdAt: components["schemas"]["Instant"];
            episodes: number;
            asOf: components["schemas"]["Instant"];
        };
        ListedRevertTemplate: {
            /** @description `owner/name`. */
            repository: string;
            template: string;
            /** @description How many reverts fit it. The verdicts are those that were read from the messages, whatever people decided. */
            reverts: number;
            failures: number;
            planned: number;
            unclear: number;
            /** @description How many of them belong to one event with an incident or a failed deployment. */
            linked: number;
            /** @description Titles of the newest ones. */
            examples: {
                failureId: string;
                title: string;
            }[];
            /** @description When the newest one happened; null if none fits a template that a person judged. */
            lastAt: components["schemas"]["Instant"] | null;
            /** @description Whether a person should judge them: some count as failures by their messages alone, and none belongs to an incident or a failed deployment. False once somebody did. */
            isAsked: boolean;
            /** @description The correction by which a person judged all of them; null if nobody did. */
            decision: {
                correctionId: string;
                areFailures: boolean;
                decidedAt: components["schemas"]["Instant"];
            } | null;
        };
        /** @description What there was to fail, place by place: what the counts of one pattern are held against. */
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
        /** @description How often something happened for so much exposure, in the unit that the field which holds it names. */
        MapRate: {
            /** @description As it was counted. */
            observed: number;
            /** @description Of all cells that it is compared with, taken together. */
            organisation: number;
            /** @description What is thought of the cell: drawn towards the organisation's rate, the more the less is known of it. */
            estimate: number;
            /** @description Ends of the interval that holds the cell's rate with a chance of 90 %. */
            low: number;
            high: number;
            /** @description Whether the interval lies above the organisation's rate, and chance among so many cells does not explain it. */
            isAbove: boolean;
        };
        /** @description A row of the map: a service, or a repository of which no service is known. */
        MapService: {
            service: string | null;
            repository: string | null;
            /** @description How often it could have failed; null where the repositories that a service runs from are not known. */
            changes: number | null;
            episodes: number;
            hours: components["schemas"]["ImpactHours"];
            episodeIds: string[];
        };
        /** @description What the statistics say of the organisation. */
        Measurement: {
            asOf: components["schemas"]["Instant"];
            /** @description Of everything, and of each service by name; null where the time that is known is no period yet. */
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
            /** @description Episodes by exposure, week by week; null where the time that is known is no period yet. */
            controlChart: components["schemas"]["ControlChart"] | null;
            /** @description How long episodes lasted. */
            durations: components["schemas"]["DurationSummary"];
            /** @description DORA's metrics of the last 90 days; null where the time that is known is no period yet. */
            delivery: components["schemas"]["DeliveryMetrics"] | null;
            /** @description How forecasts of patterns would have done; null where the time that is known is no period yet. */
            backtest: components["schemas"]["Backtest"] | null;
            /** @description Null where the time that is known is no period yet; absent in what earlier versions wrote. */
            baseline?: components["schemas"]["MapBaseline"] | null;
            /** @description The kinds of titles that are reverted most often, the most frequent first; absent in what earlier versions wrote. */
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
        /** @description The secret that signs what is sent, shown this once; null for Slack, whose address is the secret. */
        NewSubscriptionResponse: {
            subscription: components["schemas"]["Subscription"];
            secret: string | null;
        };
        NewToken: {
            name: components["schemas"]["VisibleName"];
            /** @default null */
            expiresAt: components["schemas"]["Instant"] | null;
            /** @description All that who makes it may do, unless given. */
            scopes?: components["schemas"]["Scope"][];
        };
        /** @description The token itself is told once. */
        NewTokenResponse: {
            id: string;
            token: string;
        };
        /** @description Somebody who signs in by links that an admin makes. */
        NewUser: {
            name: components["schemas"]["VisibleName"];
            role: components["schemas"]["Role"];
        };
        /** @description A browser that is signed in. */
        OpenSession: {
            id: string;
            via: components["schemas"]["SessionVia"];
            /** @description The browser and system, such as `Firefox on Linux`; null where the browser does not say. */
            client: string | null;
            startedAt: components["schemas"]["Instant"];
            /** @description Within a minute. */
            lastUsedAt: components["schemas"]["Instant"];
            /** @description When it ends at the latest; it also ends a day after its last use. */
            expiresAt: components["schemas"]["Instant"];
            /** @description Whether this request was made by it. */
            isCurrent: boolean;
        };
        /** @description Whether it is getting better: what one screen tells of an organisation. */
        Overview: {
            /** @description Up to when failures were known to what was measured; null before the first time. */
            asOf: components["schemas"]["Instant"] | null;
            failures: number;
            patterns: number;
            /** @description Whether anything is still on its way to the patterns. */
            busy: boolean;
            connections: number;
            /** @description Its last 52 weeks, and the signals that touch them; null while the time that is known is no period yet. */
            controlChart: components["schemas"]["ControlChart"] | null;
            /** @description Null while the time that is known is no period yet. */
            trend: components["schemas"]["OverviewTrend"] | null;
            /** @description Patterns by what became of them; one can be in several. */
            became: {
                /** @description Became a pattern in the last 30 days. */
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
                /** @description More often than by chance, after control over all patterns. */
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
                /** @description Had gone quiet, and came back in the last 90 days. */
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
                /** @description The five that were found last to have held or not, newest first. */
                newest: components["schemas"]["FixOutcome"][];
            };
            /** @description Null before anything was measured. */
            next30Days: components["schemas"]["OverviewForecast"] | null;
            /** @description Of the measurement before while the newest is made, as its `until` says; null before the first one. */
            map: components["schemas"]["OverviewMap"] | null;
            completeness: components["schemas"]["Completeness"];
        };
        OverviewForecast: {
            /** @description Episodes of all patterns that have a forecast, together; null where none has. */
            expected: number | null;
            /** @description The likeliest to come again, at most five. */
            patterns: {
                id: string;
                name: string;
                probability: number;
                expected: number;
            }[];
            /** @description Why there is no forecast; null where there is one. */
            gap: components["schemas"]["ForecastGap"] | null;
            /** @description Of the back-test of such forecasts; null where the history is too short for one. */
            backtest: {
                brierSkill: number | null;
                skillLow: number | null;
                skillHigh: number | null;
                coverage90: number | null;
            } | null;
        };
        /** @description The failure map of the last year, cut down to the places of most episodes. */
        OverviewMap: {
            from: components["schemas"]["Instant"];
            until: components["schemas"]["Instant"];
            /** @description How many episodes the map counts. One that hit several services is in the cells of each. */
            episodes: number;
            /** @description At most twelve, most episodes first. */
            services: {
                service: string | null;
                repository: string | null;
                episodes: number;
            }[];
            /** @description Those of the cells, in the order of the product. */
            causes: components["schemas"]["Cause"][];
            /** @description Of these places; only those in which something happened. By place, then cause. */
            cells: {
                service: string | null;
                repository: string | null;
                cause: components["schemas"]["Cause"];
                episodes: number;
                standsOut: boolean;
            }[];
        };
        /** @description Whether the organisation fails less often than it did. */
        OverviewTrend: {
            direction: components["schemas"]["TrendDirection"];
            /**
             * @description For each hundred changes, where that can be told.
             * @enum {string}
             */
            unit: "100_changes" | "week";
            /** @description The recent window by the time before it; null where the time does not give two windows. */
            ratio: {
                value: number | null;
                low: number;
                high: number | null;
            } | null;
            /** @description The ratio as a sentence; null where nothing can be compared. */
            says: string | null;
        };
        /** @description A fix that was followed by another one, with what came of it. */
        PastFix: {
            /** @description Pull request; null where the issue was closed without one. */
            url: string | null;
            /** @description When it was merged, or the issue closed. */
            mergedAt: components["schemas"]["Instant"];
            /** @description When it was in production: of the first deployment with it; null while none is known to have it. */
            deployedAt: components["schemas"]["Instant"] | null;
            guardrailId: string | null;
            /** @description Null where it was followed before anything could be told. */
            verdict: components["schemas"]["EffectVerdict"] | null;
        };
        /** @description A folder whose changes fail more often than those of the rest of its repository. */
        PathHotspot: {
            /** @description `owner/name`. */
            repository: string;
            /** @description Folder without slashes at its ends. */
            path: string;
            episodes: number;
            hours: components["schemas"]["ImpactHours"];
            episodeIds: string[];
            /** @description Changes that touched it. */
            changes: number;
            /** @description Episodes that its share of the repository's changes would give. */
            expected: number;
            per100Changes: components["schemas"]["MapRate"];
        };
        /** @description What a pattern is at one moment, without its members' texts. */
        Pattern: {
            id: string;
            /** @description A phrase in a person's words. */
            name: string;
            /** @description Blameless: under which condition, what the system allowed, how it showed, what ended it. */
            lesson: string;
            /** @description The lesson in its parts. Absent in what earlier versions wrote. */
            scenario?: components["schemas"]["Scenario"];
            /** @description The terms that tell it from the other patterns, strongest first. */
            terms: string[];
            cause: components["schemas"]["Cause"];
            trigger: components["schemas"]["Trigger"];
            /** @description All that are likely, the one that most of its members speak for first, each as sure as its surest member, in tenths: finer is not known. Absent in what earlier versions wrote. */
            causes?: components["schemas"]["LikelyCause"][];
            triggers?: components["schemas"]["LikelyTrigger"][];
            services: string[];
            repositories: string[];
            /** @description In [0, 1]: how well its members hold together. */
            confidence: number;
            /** @description Members by the kind of failure. */
            kinds: {
                incident: number;
                failed_deployment: number;
                reverted_change: number;
            };
            episodes: number;
            /** @description For ranking patterns: impact hours, severity and recency of incidents, then failed deployments, then reverts. More is worse. */
            harm: number;
            firstAt: components["schemas"]["Instant"];
            lastAt: components["schemas"]["Instant"];
            /** @description What a person said of it the last time. Null or absent where nobody has. */
            judgement?: components["schemas"]["PatternJudgement"] | null;
        };
        /** @description By facet, how many patterns a list would have with each of its values, under all else that narrows it; most first. A value that none has is absent. */
        PatternFacets: {
            /** @description A pattern counts with each kind that it has a failure of. */
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
            /** @description At most 100; a pattern counts with each of its services. */
            service: {
                value: string;
                count: number;
            }[];
            /** @description At most 100; a pattern counts with each of its repositories. */
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
         * @description What a person said of a pattern: that it is one, or that it is none worth watching.
         * @enum {string}
         */
        PatternJudgement: "confirmed" | "dismissed";
        /** @description Where a pattern happens. */
        PatternMap: {
            from: components["schemas"]["Instant"];
            until: components["schemas"]["Instant"];
            /** @description Only places in which it happened; those that stand out and those of most episodes first. */
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
            /** @description Places that were compared, also those in which it did not happen. */
            compared: number;
            /** @description Of most episodes first. Of folders within each other that the same episodes touch, the innermost. */
            folders: components["schemas"]["SharedFolder"][];
            /** @description How many episodes tell which files they come from. */
            episodesWithPaths: number;
        };
        /** @description What the statistics say of one pattern. */
        PatternMeasurement: {
            asOf: components["schemas"]["Instant"];
            recurrence: components["schemas"]["Recurrence"] | null;
            /** @description Null where the time that is known is no period yet. */
            trend: components["schemas"]["Trend"] | null;
            /** @description Null where the time that is known is no period yet. */
            forecast: components["schemas"]["Forecast"] | null;
            cost: components["schemas"]["Cost"];
        };
        /** @description An immutable snapshot of a pattern: everything it claims can be opened down to the failures behind it. */
        PatternReport: {
            pattern: components["schemas"]["Pattern"];
            members: components["schemas"]["ReportMember"][];
            links: components["schemas"]["ReportLink"][];
            /** @description Failures that are no pattern's member because nothing like them was seen: how complete the picture is. */
            coverage: {
                failures: number;
                inPatterns: number;
            };
            /** @description Up to when failures would be known. */
            asOf: components["schemas"]["Instant"];
            /** @description The statistics behind it; null before the first, absent in what earlier versions wrote. */
            measurement?: components["schemas"]["PatternMeasurement"] | null;
            /** @description How forecasts like its own would have done in the past of this organisation. Absent in what earlier versions wrote. */
            backtest?: components["schemas"]["Backtest"] | null;
            /** @description Where it happens. Absent before the first measurement and in what earlier versions wrote. */
            map?: components["schemas"]["PatternMap"];
            /** @description What is recommended, and what speaks against it. Absent in what earlier versions wrote. */
            choice?: components["schemas"]["GuardrailChoice"];
            /** @description What is being done about it; absent where nothing is, and in what earlier versions wrote. */
            improvement?: {
                id: string;
                state: components["schemas"]["ImprovementState"];
                title: string;
                issueUrl: string | null;
                updatedAt: components["schemas"]["Instant"];
            };
            /** @description The report as it is read. Absent in what earlier versions wrote. */
            document?: components["schemas"]["ReportDocument"];
        };
        PatternResponse: {
            id: string;
            /** @description A phrase in a person's words. */
            name: string;
            /** @description Blameless: under which condition, what the system allowed, how it showed, what ended it. */
            lesson: string;
            /** @description The lesson in its parts. Absent in what earlier versions wrote. */
            scenario?: components["schemas"]["Scenario"];
            /** @description The terms that tell it from the other patterns, strongest first. */
            terms: string[];
            cause: components["schemas"]["Cause"];
            trigger: components["schemas"]["Trigger"];
            /** @description All that are likely, the one that most of its members speak for first, each as sure as its surest member, in tenths: finer is not known. Absent in what earlier versions wrote. */
            causes?: components["schemas"]["LikelyCause"][];
            triggers?: components["schemas"]["LikelyTrigger"][];
            services: string[];
            repositories: string[];
            /** @description In [0, 1]: how well its members hold together. */
            confidence: number;
            /** @description Members by the kind of failure. */
            kinds: {
                incident: number;
                failed_deployment: number;
                reverted_change: number;
            };
            episodes: number;
            /** @description For ranking patterns: impact hours, severity and recency of incidents, then failed deployments, then reverts. More is worse. */
            harm: number;
            firstAt: components["schemas"]["Instant"];
            lastAt: components["schemas"]["Instant"];
            /** @description What a person said of it the last time; null where nobody has. */
            judgement: components["schemas"]["PatternJudgement"] | null;
            /** @description Why the policy proposes no improvement for it; null where there is one, and before there is a report. */
            whyNoImprovement: string | null;
            lineage: components["schemas"]["LineageEvent"][];
        };
        /**
         * @description What orders a list of patterns.
         * @enum {string}
         */
        PatternSort: "harm" | "episodes" | "lastAt" | "firstAt" | "name";
        PatternsResponse: {
            items: components["schemas"]["ListedPattern"][];
            next: string | null;
            total: number;
        };
        /**
         * @description `propose`: a person approves each issue first. `auto`: the policy approves, within its caps.
         * @enum {string}
         */
        PolicyMode: "propose" | "auto";
        /** @description The policy as it is, and who set it: null while it is the product's own. */
        PolicyResponse: {
            policy: components["schemas"]["ImprovementPolicyOutput"];
            decidedBy: string | null;
            decidedAt: components["schemas"]["Instant"] | null;
        };
        /** @description How every error leaves the API: problem details (RFC 9457), with our `code` and whether trying again can help. */
        Problem: {
            type: string;
            title: string;
            /** @description The HTTP status. */
            status: number;
            /** @description One line for a person: what is wrong, then what to do. */
            detail: string;
            code: components["schemas"]["ErrorCode"];
            retryable: boolean;
            /** @description By which the log tells of this request and of all that it set off. */
            traceId?: string;
        };
        /** @description `subject` is `account`, `permissions`, `scope`, or a stream; `problem` says what is wrong and what to do. */
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
        /** @description One line of the audit: a write at a provider. */
        ProviderWrite: {
            why: string;
            by: string;
            action: components["schemas"]["WriteAction"];
            /** @description Where: `acme/api`, `acme/api#12`, or the id of an incident. */
            place: string;
            /** @description What is sent, without any secret. */
            content: {
                [key: string]: unknown;
            };
            id: string;
            /** @description The account through which it was written. */
            connectionId: string;
            state: components["schemas"]["WriteState"];
            /** @description Where it can be looked at. */
            url: string | null;
            /** @description Why it failed, and what to do. */
            problem: string | null;
            isUndoable: boolean;
            at: components["schemas"]["Instant"];
            /** @description When the provider had answered; null before. */
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
         * @description `owed`: it is yet to be written. `shown`: it stands on the pull request. `unhelpful`: someone said that it does not help, and the pull request is left alone. `given_up`: the provider did not take it, or its answer is not known: it is not written twice.
         * @enum {string}
         */
        PullCheckState: "pending" | "shown" | "unhelpful" | "given_up";
        PullChecksResponse: {
            items: components["schemas"]["ListedCheck"][];
            next: string | null;
            total: number;
        };
        /** @description The recent window against the time before it. */
        RateComparison: {
            before: components["schemas"]["TrendRate"];
            recent: components["schemas"]["TrendRate"];
            /** @description Recent by before, with a 95 % interval; null stands for an unbounded end. */
            ratio: {
                value: number | null;
                low: number;
                high: number | null;
            };
            /** @description Chance of so large a difference where there is none; null where so few episodes could not tell, however they fell. */
            p: number | null;
        };
        ReadinessResponse: {
            /** @constant */
            ok: true;
        };
        Recommendation: {
            guardrail: components["schemas"]["Guardrail"];
            /** @description From 1. */
            rank: number;
            /** @description In [0, 1]: how likely an engineer who knows the failures would accept it. */
            confidence: number;
            why: components["schemas"]["GuardrailEvidence"][];
            against: components["schemas"]["GuardrailEvidence"][];
            /** @description Outcomes of the same guardrail in this organisation. */
            tried: components["schemas"]["GuardrailOutcome"][];
            arithmetic: components["schemas"]["GuardrailArithmetic"];
        };
        /**
         * @description Where a pattern stands. `new`: it became one in the last 30 days. `returned`: it had gone quiet and came back in the last 90. `quiet`: the time since its last episode is longer than its own pace explains. `recurring`: everything else.
         * @enum {string}
         */
        Recurrence: "new" | "recurring" | "returned" | "quiet";
        /** @description Which of them; all where nothing narrows it. */
        ReplayDeadLetters: {
            kind?: components["schemas"]["DeadLetterKind"];
            queue?: string;
            connectionId?: string;
        };
        /**
         * @description Whether a replay is likely to bring it through: as it is, once the cause is removed, or not at all.
         * @enum {string}
         */
        ReplayLikelihood: "likely" | "after_fix" | "none";
        /** @description How many records are read again, and how many cannot be because their payload expired. */
        ReplayResponse: {
            records: number;
            expired: number;
        };
        /** @description One thing that differs between two reports of a pattern, in a sentence. */
        ReportChange: {
            /** @enum {string} */
            what: "episodes" | "name" | "lesson" | "cause" | "trigger" | "recurrence" | "direction" | "forecast" | "recommendation";
            text: string;
        };
        ReportChangesResponse: {
            items: components["schemas"]["ReportChange"][];
        };
        /** @description Figures to be drawn. All values are zero or more. */
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
        /** @description A report as it is read, whoever shows it: as Markdown, as a page of its own, in the web. */
        ReportDocument: {
            title: string;
            /** @description The one thing to know. */
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
            /** @description Absent in what earlier versions wrote. */
            targetAt?: components["schemas"]["Instant"];
            score: number;
            /**
             * @description True where a person confirmed it, otherwise absent.
             * @constant
             */
            isConfirmed?: true;
            evidence: components["schemas"]["Evidence"][];
        };
        /** @description A member as a report shows it. */
        ReportMember: {
            failureId: string;
            episodeId: string;
            kind: components["schemas"]["FailureKind"];
            title: string;
            /** @description The lines of its text that matter most for the pattern; people are roles in it. */
            excerpt: string;
            services: string[];
            repository: string | null;
            occurredAt: components["schemas"]["Instant"];
            resolvedAt: components["schemas"]["Instant"] | null;
            /** @description How precise both times are; absent where they are instants. */
            precision?: components["schemas"]["TimePrecision"];
            url: string | null;
            confidence: number;
            /** @description Why it is here. */
            evidence: components["schemas"]["Evidence"][];
            /** @description Of an incident: whether a change set it off, and what ended it. Absent in what earlier versions wrote. */
            answer?: {
                verdict: components["schemas"]["ChangeVerdict"];
                confidence: number;
                isDecided: boolean;
                resolvedBy: components["schemas"]["IncidentResolution"];
            };
            /** @description The passage of its text that states its resolution. Absent where none does. */
            statedResolution?: components["schemas"]["StatedResolution"];
        };
        ReportSection: {
            /** @description Stable: for links to it, and for comparing two reports. */
            id: string;
            title: string;
            statements: components["schemas"]["Statement"][];
            table: components["schemas"]["ReportTable"] | null;
            chart: components["schemas"]["ReportChart"] | null;
        };
        /** @description What the sentences of a report rest on: something that can be opened. */
        ReportSource: {
            /** @description How sentences call it, unique within the report: `E3` an episode, `C2` a change, `P1` a pattern, `R1` a document to read. */
            ref: string;
            /** @enum {string} */
            kind: "episode" | "change" | "pattern" | "improvement" | "reading";
            id: string;
            at: components["schemas"]["Instant"] | null;
            title: string;
            url: string | null;
            /** @description The lines of its text that tell most. */
            excerpt?: string;
        };
        ReportTable: {
            columns: string[];
            rows: string[][];
        };
        /** @description Snapshots of a pattern's report, newest first. */
        ReportsResponse: {
            items: components["schemas"]["ListedReport"][];
            next: string | null;
            total: number;
        };
        /** @description How a failure was resolved, as far as is known. At least one of the two is given. */
        Resolution: {
            /** @description Null where its text states none. */
            stated: components["schemas"]["StatedResolution"] | null;
            /** @description Null where no change is linked. The revert of a reverted change is none. */
            change: components["schemas"]["ResolvingChange"] | null;
        };
        /**
         * @description How sure it is that a change resolved a failure: a person confirmed it, its estimated chance is at least .9, or it is possible and no more.
         * @enum {string}
         */
        ResolutionCertainty: "confirmed" | "nearly_certain" | "possible";
        /**
         * @description How a failure ended, by the change that ended it. `retried`: the same deployment went through later. `self_resolved`: no change is known to have ended it.
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
        /** @description Reverts of one repository whose titles fit one template, so that a person can judge all of them at once. */
        RevertTemplate: {
            /** @description `owner/name`. */
            repository: string;
            template: string;
            /** @description How many reverts fit it. The verdicts are those that were read from the messages, whatever people decided. */
            reverts: number;
            failures: number;
            planned: number;
            unclear: number;
            /** @description How many of them belong to one event with an incident or a failed deployment. */
            linked: number;
            /** @description Titles of the newest ones. */
            examples: {
                failureId: string;
                title: string;
            }[];
            /** @description When the newest one happened; null if none fits a template that a person judged. */
            lastAt: components["schemas"]["Instant"] | null;
        };
        /** @description The most frequent ones first, as of the last regrouping; those that were decided since have their decision already. */
        RevertTemplatesResponse: {
            items: components["schemas"]["ListedRevertTemplate"][];
        };
        /**
         * @description What somebody may do; each may do what those before it may.
         * @enum {string}
         */
        Role: "viewer" | "triager" | "admin";
        /** @description What a pattern teaches, part by part; null where nothing is known. `condition` continues "when", `allowed` continues "the system lets"; the other two are sentences. */
        Scenario: {
            condition: string | null;
            allowed: string | null;
            signal: string | null;
            ended: string | null;
        };
        /** @description What a token may do: a role everywhere (`viewer`), or in one part of the API (`search:viewer`, `connections:admin`). */
        Scope: string;
        /** @description Names of what fails and of what is in the catalogue, sorted, to choose from. */
        ScopeNamesResponse: {
            services: string[];
            /** @description `owner/name`. */
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
            /** @description In (0, 1): one half where the two are as near as the nearest neighbours of both are on the whole. */
            score: number;
            pattern: {
                id: string;
                name: string;
            } | null;
            /** @description Null where its text states none and no change is linked. */
            resolution: components["schemas"]["Resolution"] | null;
            /** @description Why it is near; the weights add up to the score, but for rounding. */
            evidence: components["schemas"]["Evidence"][];
        };
        /** @description What is asked about: a text as it was pasted, a failure that is stored, or the address of a page at a provider. */
        SearchQuestion: {
            text?: string;
            failureId?: string;
            url?: string;
            /**
             * @description Most matches in the answer.
             * @default 10
             */
            limit: number;
            /** @description Only failures of this service, or in this environment, whatever the case of letters. */
            service?: string;
            environment?: string;
        };
        SearchResponse: {
            /** @description What the question was taken to be about; of a text, neither id nor title. */
            asked: {
                /** @enum {string} */
                kind: "text" | "failure" | "change";
                id: string | null;
                title: string | null;
            };
            verdict: {
                seenBefore: boolean;
                /** @description In [0, 1]. Of "seen": that of the pattern, else the score of the best match. Of "not seen": 1 less the larger of that score and the chance of the likeliest pattern, times the share of the failures that were searched. */
                confidence: number;
            };
            pattern: components["schemas"]["LikelyPattern"] | null;
            /** @description Best first. */
            matches: components["schemas"]["SearchMatch"][];
            /** @description How many failures were searched, and of how many. */
            searched: number;
            failures: number;
            /** @description False while the index is being built: what is not in it yet cannot be found. */
            complete: boolean;
        };
        /**
         * @description A day or an hour at which episodes begin more often than chance would have it.
         * @enum {string}
         */
        Season: "month_end" | "year_turn" | "weekend" | "same_hour";
        /** @description By what the installation is guarded, for who answers for it. */
        SecurityResponse: {
            /** @description Where people and webhooks reach it. */
            publicUrl: string;
            /** @description Whether proxies are named whose word on addresses is taken. */
            trustsProxies: boolean;
            /** @description Providers of identities by which people sign in. */
            signInBy: string[];
            /** @description Whether people can also sign in by links, which bypass a provider's second factor. */
            allowsSignInLinks: boolean;
            /** @description Who may sign in, and how many of them as admins. */
            people: number;
            admins: number;
            /** @description Tokens that do not expire, by name. */
            lastingTokens: string[];
        };
        /** @description Who is signed in. */
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
         * @description How a session began: by a sign-in link, or by a provider of identities.
         * @enum {string}
         */
        SessionVia: "link" | "provider";
        /** @description Last used first. */
        SessionsResponse: {
            items: components["schemas"]["OpenSession"][];
            next: string | null;
            total: number;
        };
        /** @description A folder that several episodes of a pattern have in common. */
        SharedFolder: {
            /** @description `owner/name`. */
            repository: string;
            path: string;
            /** @description By time. */
            episodeIds: string[];
        };
        /** @description A link that signs a browser in, once. */
        SignInLinkResponse: {
            url: string;
        };
        /**
         * @description By what somebody signs in: a link that an admin made, the organisation's OpenID Connect provider, or GitHub.
         * @enum {string}
         */
        SignInMethod: "link" | "oidc" | "github";
        /** @description The providers of identities by which people sign in, each with the page that leads to it and back. */
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
        /** @description From the least to the most that is thought likely; in what unit, the field that holds it says. */
        Span: {
            low: number;
            high: number;
        };
        /** @description The passage of a failure's text that states what resolved it. */
        StatedResolution: {
            /** @description Verbatim, but for white space and marks of lists and tables; lines of the text stay lines. At most 3 sentences and 58 words. */
            quote: string;
            /** @description In [0, 1]: the share of such quotations in which a reader saw the resolution. */
            confidence: number;
        };
        /** @description One sentence, or a few that rest on the same. Texts from outside stand in it as they are: whoever shows it makes them inert. */
        Statement: {
            text: string;
            /** @description Refs of the sources that show it. */
            refs: string[];
            /** @description How a figure in it comes about; null where it is read off the sources. */
            method: string | null;
        };
        StatusResponse: {
            failures: number;
            changes: number;
            patterns: number;
            /** @description How many failures are in no pattern: too little speaks for one, or they happened once. Of all but duplicates and what is no failure. */
            unassigned: {
                failures: number;
                of: number;
            };
            /** @description Records that are stored and not yet worked on. */
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
            /** @description Whether anything is still on its way to the patterns. */
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
        /** @description One independent, resumable part of a backfill: `pulls:acme/api`, `incidents`. */
        StreamProgress: {
            stream: string;
            /** @enum {string} */
            state: "waiting" | "running" | "done" | "failed";
            /** @description Records taken in so far. */
            records: number;
            /** @description Records expected, by what was read so far; null where the provider does not say. */
            expected: number | null;
            /** @description Why it failed and what to do. */
            problem: string | null;
        };
        /** @description Someone outside who is told of events. Its address and its secret are never shown again. */
        Subscription: {
            id: string;
            /**
             * @description `webhook`: a signed request of Standard Webhooks. `slack`: a message to an incoming webhook of Slack, or of what is like it.
             * @enum {string}
             */
            kind: "webhook" | "slack";
            /** @description As much of the address as gives nothing away. */
            address: string;
            events: components["schemas"]["EventType"][];
            /** @description Whose events: of the organisation are all patterns, and its own digests. */
            scope: components["schemas"]["DigestScope"];
            /** @description Which digests; null is both. */
            period: ("week" | "month") | null;
            /**
             * @description `off` after days of failing; a test that succeeds switches it on again.
             * @enum {string}
             */
            state: "on" | "off";
            /** @description Why it is off. */
            reason: string | null;
            lastDeliveredAt: components["schemas"]["Instant"] | null;
            /** @description What went wrong the last time; null where that went well. */
            lastProblem: string | null;
            lastProblemAt: components["schemas"]["Instant"] | null;
            /** @description Events that are still to be delivered, and those that were given up in the last 30 days. */
            pending: number;
            givenUp: number;
            createdAt: components["schemas"]["Instant"];
        };
        /** @description Whether a test message was taken, and if not, why. */
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
         * @description How precisely a time is known. An instant of a day or a month is its beginning in UTC; of a minute, its beginning. Ordered from the finest to the coarsest.
         * @enum {string}
         */
        TimePrecision: "instant" | "minute" | "day" | "month";
        /** @description Titles of changes that differ in single words: `*` stands for exactly one word, every other word for itself, in upper or lower case, such as `Drain * for maintenance`. */
        TitleTemplate: string;
        /** @description Oldest first, expired ones too. */
        TokensResponse: {
            items: components["schemas"]["ApiToken"][];
            next: string | null;
            total: number;
        };
        /** @description How often something happens, and whether that changes. It counts episodes. */
        Trend: {
            scope: components["schemas"]["TrendScope"];
            /** @description Id of the pattern, name of the service; empty for the organisation. */
            id: string;
            /** @description Since when it could have happened: the beginning of the period, or of the first change to what is new. */
            observedFrom: components["schemas"]["Instant"];
            until: components["schemas"]["Instant"];
            /** @description Where the recent window begins; null where there is too little time for one. */
            recentFrom: components["schemas"]["Instant"] | null;
            weeks: components["schemas"]["TrendWeek"][];
            perWeek: components["schemas"]["TrendMeasure"];
            /** @description Null where it is not known how much was changed. */
            per100Changes: components["schemas"]["TrendMeasure"] | null;
            /** @description Of the rate per week, earliest first; none where its test is not significant. */
            changePoints: components["schemas"]["ChangePoint"][];
            /** @description Variance of the counts by their mean as it is likely to be, at least 1: above it episodes come in bursts and tell less. */
            dispersion: number;
        };
        /**
         * @description What can be said of a rate. `steady` is a finding: a change by half or more is ruled out. `no_clear_change` is none: the data fit a constant rate and others too. `too_few`: no outcome of so few episodes in so little time would tell.
         * @enum {string}
         */
        TrendDirection: "rising" | "falling" | "steady" | "no_clear_change" | "too_few";
        TrendMeasure: {
            /** @description Over all of the time that was observed. */
            overall: components["schemas"]["TrendRate"];
            /** @description Null where the time or the exposure does not give two windows. */
            comparison: components["schemas"]["RateComparison"] | null;
            /** @description By week of the comparison and the search for a change together, by changes of the comparison. Null where nothing could tell. */
            test: components["schemas"]["TrendTest"] | null;
            direction: components["schemas"]["TrendDirection"];
        };
        /** @description Episodes per unit of exposure, with a 95 % interval. */
        TrendRate: {
            episodes: number;
            /** @description In weeks of seven days, or in hundreds of changes; above 0. */
            exposure: number;
            value: number;
            low: number;
            high: number;
        };
        /** @enum {string} */
        TrendScope: "pattern" | "service" | "organisation";
        /** @description Whether a rate is constant. */
        TrendTest: {
            /** @description Chance of data that speak so clearly against it where it is. */
            p: number;
            /** @description `p` after Benjamini and Hochberg, over all that were tested with it. */
            q: number;
        };
        TrendWeek: {
            /** @description ISO 8601 week in UTC: `2026-W03`. */
            week: string;
            /** @description Days of it that were observed, in (0, 7]. */
            days: number;
            episodes: number;
            /** @description Null where it is not known how much was changed. */
            changes: number | null;
        };
        /**
         * @description What set it off. Kept apart from the cause: a deployment is a trigger, what it carried is the cause.
         * @enum {string}
         */
        Trigger: "deployment" | "config_push" | "traffic" | "maintenance" | "dependency_change" | "hardware" | "time" | "unknown";
        TriggerCell: {
            service: string | null;
            repository: string | null;
            episodes: number;
            hours: components["schemas"]["ImpactHours"];
            episodeIds: string[];
            /** @description Null where the changes of the place, or the place, are not known. */
            per100Changes: components["schemas"]["MapRate"] | null;
            per30Days: components["schemas"]["MapRate"] | null;
            /** @description Of all episodes of the place: what part of its failures this is. Null where the place is not known. */
            per100Episodes: components["schemas"]["MapRate"] | null;
            /** @description Whether it is above the organisation's rate for each change and for each day: being changed a lot or a little does not explain it. Where changes are not known: for each day and among the place's own episodes, so that it is not only large. */
            standsOut: boolean;
            trigger: components["schemas"]["Trigger"];
        };
        /** @description Newest first. */
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
        /** @description Somebody who may sign in. Nothing of them is in any analysis. */
        User: {
            id: string;
            name: string;
            email: string | null;
            role: components["schemas"]["Role"];
            way: components["schemas"]["SignInMethod"];
            createdAt: components["schemas"]["Instant"];
            /** @description Within a minute of the last request; null before the first. */
            lastSeenAt: components["schemas"]["Instant"] | null;
            /** @description One who may not sign in any more; what they did keeps their name. */
            isDisabled: boolean;
        };
        /** @description What is not given stays as it is. */
        UserChange: {
            name?: components["schemas"]["VisibleName"];
            role?: components["schemas"]["Role"];
            isDisabled?: boolean;
        };
        /** @description Oldest first. */
        UsersResponse: {
            items: components["schemas"]["User"][];
            next: string | null;
            total: number;
        };
        /** @description Name that a person gives to a user or a token: on one line, and visible. */
        VisibleName: string;
        /** @description Where the provider sends its events, and what it signs them with; the secret is null while the provider has it alone. */
        WebhookResponse: {
            url: string;
            secret: string | null;
        };
        /** @description Whether the provider sends events. `none`: nobody asked for them; `refused`: the credential may not create the subscription, or the address cannot be reached from there; `silent`: it is there and its ping has not arrived yet. */
        WebhookState: {
            /** @enum {string} */
            state: "none" | "silent" | "active" | "disabled" | "refused";
            /** @description What is wrong and what to do; null where nothing is. */
            problem: string | null;
            /** @description When the provider was asked last. */
            checkedAt: components["schemas"]["Instant"] | null;
            /** @description When a signed delivery came last. */
            deliveredAt: components["schemas"]["Instant"] | null;
            /** @description A new secret was asked for, which the provider has yet to make or, where it is ours, to be told. */
            isSecretDue?: boolean;
        };
        /** @description What would stand in the text in place of what stands from `start` to `end` (UTF-16 units of the text). */
        WordingEdit: {
            start: number;
            end: number;
            text: string;
        };
        WordingFinding: {
            /** @description Place of the words, in UTF-16 units of the text; `end` is the first unit after them. */
            start: number;
            end: number;
            /** @description As they stand in the text. */
            words: string;
            kind: components["schemas"]["WordingKind"];
            /** @description Why it is a problem, in one sentence. */
            reason: string;
            /** @description The sentence with the system as its subject; where none can be made safely, a question that leads there. */
            suggestion: string;
            /** @description How the suggestion is made; null where it is a question. The edits of one text do not overlap. */
            edit: components["schemas"]["WordingEdit"] | null;
        };
        /**
         * @description Why a wording makes people, rather than the system, the thing that failed.
         * @enum {string}
         */
        WordingKind: "counterfactual" | "omission" | "hindsight" | "minimising" | "judgement" | "person_as_cause" | "blame" | "named_person";
        WordingQuestion: {
            text: string;
        };
        WordingResponse: {
            /** @description In the order of the text; they do not overlap. The first 500. */
            findings: components["schemas"]["WordingFinding"][];
            /** @description Whether the text has more findings than are listed. */
            hasMore: boolean;
            /** @description The text with every edit made. */
            reworded: string;
        };
        /** @description When people work. All other time is out of hours. */
        WorkingTime: {
            /** @default UTC */
            timeZone: string;
            /**
             * @description Hours of the day between which people work; all others are out of hours.
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
             * @description Days of the week on which nobody works, 1 being Monday.
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
             * @description Hours of the day between which people work; all others are out of hours.
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
             * @description Days of the week on which nobody works, 1 being Monday.
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
         * @description `planned`: shown by a dry run, never sent. `begun`: on its way. `unknown`: no answer came, it may have been carried out. `refused`: the provider said no. `undone`: taken back by a later one.
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
