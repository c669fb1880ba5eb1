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
         * @description Newest first by default; with a `query`, the most relevant first. Duplicates are omitted. `text` is truncated to 2,000 characters; `GET /v1/failures/{id}` returns the whole text.
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
         * Get a failure with its pattern, its links and their evidence
         * @description Get a failure with its pattern, its links and their evidence.
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
    "/v1/failures/{id}/sentences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the sentences of a failure that a correction can quote
         * @description The title comes first, then the sentences of the text in their order, at most 500. Sentences that address or blame people are omitted.
         *
         *     Needs: **viewer**.
         */
        get: operations["listFailureSentences"];
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
         * @description By default, lists patterns with the figures of all time, ordered by harm: impact hours, severity and recency of incidents, then failed deployments, then reverts. With `days`, `since` or `until`, lists only patterns with an episode in that period, with the figures of the period. Dismissed patterns are omitted unless `judgement` selects them.
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
         * Count patterns by the values of each filter
         * @description Each filter is counted as if only the other filters applied. Counts may be a few seconds old.
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
         * @description Links to a pattern stay valid. If a clustering, a merge or a split moved all failures of a pattern to others, `retirement` names the patterns that have these failures now.
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
         * Get the failure map: episodes by service, cause and trigger, and folders that fail often
         * @description `standsOut` marks cells with more episodes than the number of changes and chance explain, corrected for the number of cells. A map is computed once per measurement, the map of a team at most once a minute.
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
         * Get the measurements of the organisation: trends, control chart, durations, delivery metrics, backtest of forecasts
         * @description Get the measurements of the organisation: trends, control chart, durations, delivery metrics, backtest of forecasts.
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
         * Get the overview of the organisation in a period, compared with the period before
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
    "/v1/services": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the services that had a failure, with their patterns, episodes, owners and deployments
         * @description Repositories with failures whose service is unknown are listed too. The figures are those of a period that ends with the newest measurement, by default of 365 days; deployments are those of the last 90 days.
         *
         *     Needs: **viewer**.
         */
        get: operations["listServices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/services/profile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the patterns, owners, related services and delivery figures of a service
         * @description The name is a query parameter, because names of services and repositories can contain slashes. A repository has only the failures whose service is unknown. The figures are those of a period that ends with the newest measurement, by default of 365 days.
         *
         *     Needs: **viewer**.
         */
        get: operations["findServiceProfile"];
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
         * List the reports of a pattern, newest first
         * @description List the reports of a pattern, newest first.
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
         * Get a report by its id
         * @description Get a report by its id.
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
         * List what changed since an earlier report of the same pattern
         * @description List what changed since an earlier report of the same pattern.
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
         * Request a digest for any past week or month
         * @description Digests for the last week and month are written automatically after all requested history has been imported and analysed, and again if records arrive late. A requested digest appears in the list when it is written. Service and team names are not case-sensitive; unknown names are rejected.
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
         * Get a digest as JSON, plain text, Markdown or a self-contained HTML page
         * @description Patterns and improvements have their current names, and proposals that were decided later say so. Everything else is as it was written.
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
         * Search the failure library
         * @description With `days`, `since` or `until`, lists only patterns with an episode in that period.
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
         * @description By default newest first, with the episodes and hours of all time. With `days`, `since` or `until`, the figures are those of that period.
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
         * Get an improvement
         * @description Get an improvement.
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
         * @description The body is that of an approval. Nothing is stored.
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
         * Approve an improvement and open its issue
         * @description Fields of the body replace those of the proposal. The issue of a declined improvement is reopened; Refrain rewrites its part of an open issue.
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
         * @description An open issue is closed as not planned. The improvement is proposed again only if the failure becomes significantly more frequent.
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
         * @description The policy does not approve the improvement before the time `until`. A time in the past ends the snooze.
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
    "/v1/improvements/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Undo a decision about an improvement
         * @description Undoes an approval, a decline or a snooze, including one made by the policy. The response is 409 if another decision has been made since. After undoing an approval, Refrain closes the issue with a comment, and the policy does not approve the improvement again. After undoing a decline, Refrain reopens the issue.
         *
         *     Needs: **triager**.
         */
        post: operations["undoImprovementDecision"];
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
         * List the guardrail library
         * @description Lists all guardrails that an improvement can propose. The report of a pattern names the recommended ones.
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
         * Get the policy for proposing and opening issues
         * @description Get the policy for proposing and opening issues.
         *
         *     Needs: **viewer**.
         */
        get: operations["findPolicy"];
        /**
         * Replace the policy for proposing and opening issues
         * @description Omitted fields get their defaults. The policy applies to each pattern at its next report, within a week at the latest. Approved improvements stay approved.
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
         * List writes to GitHub and PagerDuty, newest first
         * @description List writes to GitHub and PagerDuty, newest first.
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
         * Get a write with the sent content
         * @description Get a write with the sent content.
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
         * @description Closes an issue as not planned, deletes a comment, or reverts an edit unless somebody has edited the text since. The undo runs in the background. Afterwards the state of the write is `undone`, or `problem` says why not.
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
         * @description Newest first. Each pull request that resembles changes that failed has one check, which is listed with the outcome of the pull request.
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
         * Correct a failure, link or pattern
         * @description Every later clustering obeys the correction. A re-clustering starts immediately. Sending the same correction again renews it.
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
    "/v1/correction-sets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Correct several things in one step
         * @description Stores the corrections that make up one decision, such as the split of a pattern, or one correction with a reason. They are undone together. A re-clustering starts immediately.
         *
         *     Needs: **triager**.
         */
        post: operations["addCorrectionSet"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/correction-sets/{id}": {
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
         * Undo all corrections of one step
         * @description The response is 409 if a later correction decided about the same pattern, failure or link.
         *
         *     Needs: **triager**.
         */
        delete: operations["removeCorrectionSet"];
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
    "/v1/mechanisms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the library of mechanisms
         * @description Lists all mechanisms that Refrain finds in reports, sorted by name. A correction of the kind `statement` can name one of them.
         *
         *     Needs: **viewer**.
         */
        get: operations["listMechanisms"];
        put?: never;
        post?: never;
        delete?: never;
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
         * List the most frequent revert titles as templates, to judge all matching reverts together
         * @description A template matches reverts in one repository whose titles differ only in single words. To decide whether these reverts are failures, send a correction of the kind `title_template`. It also applies to later reverts.
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
         * Search for earlier failures that resemble a text, a failure or a web page
         * @description Returns whether the failure was seen before, with the likely pattern and its latest resolution. The text is neither stored nor logged.
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
         * List entries by service, highest score first
         * @description List entries by service, highest score first.
         *
         *     Needs: **viewer**.
         */
        get: operations["listCatalogue"];
        put?: never;
        /**
         * Add an entry that states from which repository a service runs
         * @description Add an entry that states from which repository a service runs.
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
         * @description Includes services and repositories that have failures or are in the catalogue.
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
         * @description Verifies the credential with the provider first. Connecting an account again changes only the given fields.
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
         * @description Returns what would be imported from the account. Nothing is stored.
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
         * Request permissions, visible repositories or services, and the rate limit from the provider
         * @description Request permissions, visible repositories or services, and the rate limit from the provider.
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
         * @description The `statusReason` of a connection contains only the first few problems.
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
         * @description Omitted fields get their defaults instead of their previous values. The credential, the webhook and imported records are kept. The scope is checked with the provider first.
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
         * Get the URL and the secret of a connection's webhook
         * @description Get the URL and the secret of a connection's webhook.
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
         * @description The previous secret stays valid for another day. PagerDuty creates its secrets itself, so for PagerDuty the status is 202 and the response contains the current secret.
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
         * @description Imports records since the time `since`, or the whole history without it. Stored records are not stored again.
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
         * Stream the progress of a backfill until it ends
         * @description Sends a server-sent event `progress` at each change, with a `BackfillProgress` as JSON.
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
         * Get how many of the provider's records are stored
         * @description Covers the days from `since` to `until`, by default the last 30 days. `existing` and `stored` count all of these days. `days` has at most the newest 10,000 entries, one per stream and day; `gaps` has at most the newest 1,000 entries.
         *
         *     Needs: **viewer**.
         */
        get: operations["findCompleteness"];
        put?: never;
        /**
         * Start a completeness check now
         * @description Start a completeness check now.
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
    "/v1/archives/{name}/import/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check records before they are imported into an archive
         * @description The body contains raw records as JSON Lines. Counts what an import would store. Stores nothing.
         *
         *     Needs: **admin**.
         */
        post: operations["checkRecords"];
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
         * Import records into an archive by name
         * @description The body contains raw records as JSON Lines. Either all records are stored or none, except records of failures that another connection has delivered. If the archive does not exist, it is created with the records.
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
    "/v1/archives/{name}/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check a file before it is imported into an archive
         * @description Returns how the columns are read and what an import would store. Stores nothing.
         *
         *     Needs: **admin**.
         */
        post: operations["checkFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/archives/{name}/rejected-rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Return the rows of a file that cannot be imported
         * @description Returns the rows as CSV, with the reason in the column `import_problem`, so that they can be corrected and imported. An import ignores this column. Returns at most 10,000 rows. Stores nothing.
         *
         *     Needs: **admin**.
         */
        post: operations["listRejectedRows"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/archives/{name}/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import a CSV, JSON Lines or Markdown file into an archive
         * @description Either all readable rows are stored or none, except rows of failures that another connection has delivered. The response counts these, and lists the rows that cannot be read. If the archive does not exist, it is created.
         *
         *     Needs: **admin**.
         */
        post: operations["importFile"];
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
         * Remove a connection and all records that were ingested through it
         * @description Existing reports and digests are kept, including their statements about these records. To remove those too, erase the repositories first.
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
         * @description The body contains raw records as JSON Lines. Either all records are stored or none, except records of failures that another connection has delivered.
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
         * Get the state of a GitHub App setup
         * @description Get the state of a GitHub App setup.
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
         * Stream events as they happen
         * @description Sends server-sent events, each with a `RefrainEvent` as JSON. Starts with new events, or after the event that `Last-Event-ID` or `after` names. Events are kept for 30 days.
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
         * Subscribe a webhook or a Slack channel to new events
         * @description Webhooks are signed according to Standard Webhooks with the `secret`, which is shown only in this response. Each event is delivered at least once, always with the same `webhook-id`, and failed deliveries are retried for about a day. Service and team names are not case-sensitive; unknown names are rejected.
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
         * @description A webhook receives a message of the type `test`. If the receiver accepts the message, a subscription that was off is switched on again.
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
         * Get the user who sends the request
         * @description Get the user who sends the request.
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
         * Sign out one of your browsers
         * @description Sign out one of your browsers.
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
         * Create a link that signs in another of your browsers once, within an hour
         * @description Create a link that signs in another of your browsers once, within an hour.
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
         * List your tokens without their secrets; for an admin, the tokens of all users
         * @description List your tokens without their secrets; for an admin, the tokens of all users.
         *
         *     Needs: **viewer**.
         */
        get: operations["listTokens"];
        put?: never;
        /**
         * Create a token
         * @description The token is shown only in this response; Refrain stores only a hash of it. A scope is a role (`viewer`) or a role for the operations with one tag (`search:viewer`). A token never permits more than its owner may do at the time of the request. A token of a user who signs in through an identity provider lasts at most 90 days. A user has at most 100 valid tokens. Revoking a token also revokes the tokens that were created with it.
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
         * Revoke one of your tokens or, as an admin, any token
         * @description The tokens, sign-in links and sessions that were created with the token end too.
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
         * @description Returns an invitation link, which works once, within seven days. Refrain sends no e-mail: send the link to the user. Users of OpenID Connect or GitHub need no invitation: their first sign-in adds them.
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
         * @description Within two seconds, the new role also limits the user's tokens. A deactivated user is signed out immediately, and the user's tokens are deleted. A role from the OpenID Connect provider is restored at the next sign-in.
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
         * Create a link that signs in a user's browser once
         * @description The link works for an hour. For a user who has never signed in, it renews the invitation: it works for seven days, and the user's earlier links stop working.
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
         * Get the security settings of this installation
         * @description Get the security settings of this installation.
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
         * Get the number of encrypted values by key, and the progress of a rotation
         * @description Counts all encrypted values, which takes a few seconds per million.
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
         * Re-encrypt all stored values with the current key
         * @description Runs in the background and resumes after an interruption. Configure the new key in all processes first, and keep the previous key among the other keys, as described in docs/operations.md.
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
         * @description The erased names are not stored.
         *
         *     Needs: **admin**.
         */
        get: operations["listErasures"];
        put?: never;
        /**
         * Erase a repository or person for good
         * @description From now on, nothing about the repository or person is ingested. Stored data is deleted in the background, in batches. An erasure cannot be undone. A repeated request erases again.
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
         * @description Counts the rows that would be deleted or changed, by table. Only keys of payloads are searched, because payloads are decrypted only during the erasure. Nothing is changed.
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
         * @description Lists jobs that failed all attempts, records that could not be parsed, and events that a receiver did not accept, each with the reason, the recommended action, and whether a replay is likely to help.
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
         * Replay all dead letters, or those of one kind, queue or connection
         * @description A repeated request does not replay a dead letter twice. Records with an expired payload, deliveries of a subscription that is off, and jobs that this version does not know are not replayed.
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
         * @description A dead letter leaves the list when the replay succeeds. If it fails again, the dead letter shows the latest problem.
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
         * Dismiss a dead letter with a reason
         * @description A dismissed job or delivery is not executed. The payload of a record is kept until it expires, and is parsed again when the connection is replayed.
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
         * Get the numbers of stored objects and pending jobs
         * @description Get the numbers of stored objects and pending jobs.
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
         * @description Does not check Redis, without which received records are still stored, and processed later.
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
    "/v1/onboarding": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the onboarding checklist
         * @description Each step is done as soon as its effect exists, whoever caused it.
         *
         *     Needs: **viewer**.
         */
        get: operations["findOnboarding"];
        /**
         * Hide or show the onboarding checklist for everyone
         * @description The last entry about it in the audit log holds the choice.
         *
         *     Needs: **admin**.
         */
        put: operations["changeOnboarding"];
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
         * Get the backlog of each queue with its age, and the state of connections
         * @description The same figures are available as Prometheus metrics.
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
         * List decisions made by people, their tokens and the policy, newest first
         * @description Lists one entry for each decision that took effect, with the name of the person at that time, the token, the ids of the target and some previous values. Entries are never changed or deleted. `undone` says whether a later entry undid the decision.
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
    "/v1/patterns/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List decisions about a pattern, its failures and its improvement, newest first
         * @description An undone decision stays in the list, and `undone` says who undid it.
         *
         *     Needs: **viewer**.
         */
        get: operations["listPatternHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/failures/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List decisions about a failure, newest first
         * @description An undone decision stays in the list, and `undone` says who undid it.
         *
         *     Needs: **viewer**.
         */
        get: operations["listFailureHistory"];
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
         * Get this OpenAPI document
         * @description Get this OpenAPI document.
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
            /** @description The id of the token that created this token; revoking it ends both. Null if a person created this token. */
            parentId: string | null;
            createdAt: components["schemas"]["Instant"];
            /** @description When the token expires; null if it does not expire. */
            expiresAt: components["schemas"]["Instant"] | null;
            /** @description When the token was last used, exact to a minute; null if never. */
            lastUsedAt: components["schemas"]["Instant"] | null;
        };
        /** @description A column of an imported file. */
        ArchiveColumn: {
            name: string;
            /** @description The field that the column fills; null if the column is not imported. */
            field: components["schemas"]["ArchiveField"] | null;
            /** @description The heading under which the text contains the column if it fills the text; null if the text contains it without a heading. */
            section: string | null;
            /** @description The first values of the column, shortened. */
            samples: string[];
        };
        /**
         * @description A field that a column of an imported file can fill.
         * @enum {string}
         */
        ArchiveField: "id" | "title" | "text" | "created" | "resolved" | "services" | "repository" | "severity" | "url" | "kind" | "people";
        /**
         * @description `markdown` is JSON Lines with one object per Markdown file: its `name` and its `text`.
         * @enum {string}
         */
        ArchiveFileFormat: "csv" | "jsonl" | "markdown";
        /** @description The number of received records, and what the import did with them. */
        ArchiveImportResponse: {
            received: number;
            /** @description The number of received records that were not stored before. */
            stored: number;
            /** @description The number of stored records that replace a stored record with the same id and other content. */
            changed: number;
            existing: components["schemas"]["ExistingRecords"];
        };
        /** @description A record of a file as Refrain would import it. */
        ArchivePreviewRecord: {
            line: number;
            state: components["schemas"]["RecordState"];
            id: string;
            kind: components["schemas"]["FailureKind"];
            title: string;
            /** @description The beginning of the text. */
            text: string;
            created: components["schemas"]["Instant"];
            resolved: components["schemas"]["Instant"] | null;
            precision: components["schemas"]["TimePrecision"];
            services: string[];
            repository: string | null;
            severity: string | null;
            url: string | null;
        };
        BackfillProgress: {
            connectionId: string;
            /** @description The earliest time from which history was requested; null for all history. */
            since: components["schemas"]["Instant"] | null;
            /**
             * @description `running` while history is imported. Afterwards `done`, even while a sync reads what is new.
             * @enum {string}
             */
            state: "none" | "running" | "done" | "failed";
            /** @description When a stream whose history is imported was last read; null if there is none. */
            syncedAt: components["schemas"]["Instant"] | null;
            /** @description The number of records of the newest pass over each stream. */
            records: number;
            /** @description The estimated number of records of all streams; null before the first stream begins or if a stream has no estimate. */
            expected: number | null;
            /** @description The number of stored records that are waiting to be parsed. */
            pending: number;
            /** @description Records per second over the last minute; null during the first ten seconds, and while no records arrive. */
            perSecond: number | null;
            /** @description Seconds until all expected records are stored, at the current rate; null if the rate or `expected` is unknown. */
            secondsLeft: number | null;
            streams: components["schemas"]["StreamProgress"][];
        };
        /** @description The waiting work, and how long it has waited. */
        BacklogResponse: {
            /** @description The number of jobs by queue. */
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
            /** @description The number of stored records that are waiting to be parsed. */
            pending: number;
            lag: {
                parse: number;
                cluster: number;
                report: number;
            };
            /** @description The number of dead letters that nobody replayed or discarded yet, by kind and queue. */
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
            /** @description The seconds by which the latest stored time is ahead of the database clock; 0 if below 60. A value above 0 means that the time or the clock is wrong. */
            aheadSeconds: number;
        };
        /** @description Compares forecasts that are computed as of past dates, only from earlier data, with what happened afterwards. */
        Backtest: {
            /** @description The first past date as of which a forecast is computed; null if the history is too short. */
            from: components["schemas"]["Instant"] | null;
            /** @description The last past date as of which a forecast is computed; null if the history is too short. */
            until: components["schemas"]["Instant"] | null;
            /** @description The number of past dates as of which forecasts are computed. */
            origins: number;
            stepDays: number;
            patterns: number;
            horizons: components["schemas"]["HorizonBacktest"][];
        };
        /** @description The session of a signed-in browser. */
        BrowserSession: {
            id: string;
            via: components["schemas"]["SessionStartMethod"];
            /** @description The browser and operating system, such as `Firefox on Linux`; null if the browser does not send them. */
            client: string | null;
            startedAt: components["schemas"]["Instant"];
            /** @description When the session was last used, exact to a minute. */
            lastUsedAt: components["schemas"]["Instant"];
            /** @description When the session ends at the latest. Without use, a session ends after a day. */
            expiresAt: components["schemas"]["Instant"];
            /** @description Whether this request belongs to the session. */
            isCurrent: boolean;
        };
        /** @description The backtested forecasts whose probability was from `from` to `to`, and how often an episode followed. */
        CalibrationBin: {
            from: number;
            to: number;
            forecasts: number;
            meanProbability: number;
            observedShare: number;
        };
        /** @description The statement that a service runs from a repository, its evidence, and whether a person confirmed or rejected it. */
        CatalogueEntry: {
            id: string;
            /** @description The name of the service in PagerDuty or in the catalogue file. */
            service: string;
            /** @description The repository as `owner/name`. */
            repository: string;
            /** @description The folder that the service runs from; null for the whole repository. */
            path: string | null;
            /** @description The environment to which the entry applies; null if it applies to all environments. */
            environment: string | null;
            origin: components["schemas"]["CatalogueOrigin"];
            /** @enum {string} */
            status: "suggested" | "confirmed" | "rejected";
            /** @description The confidence of a suggestion, 0 to 1; always 1 for entries from a file or a person. */
            score: number;
            evidence: components["schemas"]["Evidence"][];
            updatedAt: components["schemas"]["Instant"];
        };
        CatalogueImportResponse: {
            /** @description The entries of the file that were stored, because their services are known. */
            items: components["schemas"]["CatalogueEntry"][];
            /** @description The parts of the file that could not be used, each with the reason. */
            problems: string[];
        };
        /**
         * @description The source of a catalogue entry: Refrain's analysis of names and texts, a file in the repository, or a person.
         * @enum {string}
         */
        CatalogueOrigin: "suggestion" | "catalog_info" | "codeowners" | "person";
        CatalogueResponse: {
            items: components["schemas"]["CatalogueEntry"][];
            next: string | null;
            total: number;
        };
        /** @description Confirms that suggestions were requested. They are computed in the background and then appear in the list of entries. */
        CatalogueSuggestionResponse: {
            /** @constant */
            asked: true;
        };
        /**
         * @description The weakness in the system that made a failure possible.
         * @enum {string}
         */
        Cause: "code_defect" | "configuration" | "capacity" | "dependency" | "infrastructure" | "data" | "expiry_time" | "security_access" | "process" | "unknown";
        /** @description The share of failed deployments. `reasons` counts each failed deployment once, in the first field that applies. */
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
         * @description The kind of change. A `commit` is on the default branch, pushed directly or created by a merged pull request.
         * @enum {string}
         */
        ChangeKind: "merged_pull_request" | "deployment" | "commit";
        /** @description A change of the weekly rate: from `before`, since the previous change point, to `after`, until the next one. */
        ChangePoint: {
            at: components["schemas"]["Instant"];
            /** @description The start of the 95 % interval of the time `at`. */
            earliest: components["schemas"]["Instant"];
            /** @description The end of the 95 % interval of the time `at`. */
            latest: components["schemas"]["Instant"];
            before: components["schemas"]["TrendRate"];
            after: components["schemas"]["TrendRate"];
            /** @description The p-value of the difference between `before` and `after`. */
            p: number;
        };
        /**
         * @description Whether a change triggered an incident. `change`: a known change did. `not_change_related`: no change of the organisation did. `undecided`: the evidence is insufficient.
         * @enum {string}
         */
        ChangeVerdict: "change" | "not_change_related" | "undecided";
        /**
         * @description A checked pull request's outcome. `failed`: merged and caused a failure. `not_merged`: open, or closed unmerged.
         * @enum {string}
         */
        CheckedPullRequestOutcome: "not_merged" | "merged" | "failed";
        Completeness: {
            /** @description The number of connections to accounts. */
            accounts: number;
            /** @description How many of these hold imported files, which cannot be compared with a provider. Absent in old digests. */
            imported?: number;
            /** @description The problems of the accounts that need attention. */
            problems: {
                account: string;
                problem: string;
            }[];
            /** @description The number of days on which the provider has records that are not stored. */
            gaps: number;
            /** @description The number of streams whose records were never compared with the provider. Absent in old digests. */
            uncompared?: number;
            /** @description The number of failures that belong to no pattern; `of` is the number of all failures. */
            unassigned: {
                failures: number;
                of: number;
            };
        };
        /** @description The number of streams whose completeness check began. */
        CompletenessCheckResponse: {
            streams: number;
        };
        /** @description The completeness of one stream on one day: how many records exist at the provider, and how many are stored. */
        CompletenessDay: {
            stream: string;
            /** @description The day in UTC as `YYYY-MM-DD`. */
            day: string;
            existing: number;
            /** @description The number of records that exist at the provider and are stored. */
            stored: number;
            checkedAt: components["schemas"]["Instant"];
        };
        CompletenessResponse: {
            since: components["schemas"]["Instant"];
            until: components["schemas"]["Instant"];
            /** @description The number of records that the provider has for the period from `since` to `until`. */
            existing: number;
            /** @description The number of records that the provider has for the period and that are stored. */
            stored: number;
            /** @description All days with missing records, including days outside the period; newest first. */
            gaps: {
                stream: string;
                day: string;
            }[];
            /** @description The days on which the provider has records, sorted by day, then stream. */
            days: components["schemas"]["CompletenessDay"][];
            /** @description Streams that have never been compared with the provider. */
            uncompared: string[];
        };
        ConnectResponse: {
            connection: components["schemas"]["Connection"];
            /** @description The result of the connection test; null for an archive. */
            health: components["schemas"]["ConnectionHealth"] | null;
            /** @description The webhook of the connection; null for an archive. */
            webhook: components["schemas"]["WebhookResponse"] | null;
        };
        /** @description A connection without its credential and webhook secret. */
        Connection: {
            id: string;
            provider: components["schemas"]["Provider"];
            /** @description The GitHub organisation or user, the PagerDuty subdomain, or the name of an archive. Unique per API root. */
            account: string;
            /** @description The root URL of the provider's API without a trailing slash; null for an archive. */
            baseUrl: string | null;
            scope: components["schemas"]["ConnectionScope"];
            status: components["schemas"]["ConnectionStatus"];
            /** @description Why the connection needs attention and what to do; null while it is active. */
            statusReason: string | null;
            webhook: components["schemas"]["WebhookState"];
            createdAt: components["schemas"]["Instant"];
        };
        /** @description A preview of the data that a connection would import. */
        ConnectionCheckResponse: {
            health: components["schemas"]["ConnectionHealth"];
            /** @description The repositories or services that would be imported. */
            matched: string[];
            /** @description Globs and folders of the scope that match no visible repository or service. */
            unmatched: string[];
            /** @description The streams that would be imported independently, such as `pulls:acme/api`. */
            streams: string[];
        };
        /** @description The result of a connection test: the account, the accessible data and the request limit. */
        ConnectionHealth: {
            account: string;
            /** @description Repositories or services that the credential can see. */
            visible: string[];
            /** @description Missing permissions. `costs` names the feature that does not work without the permission. */
            missing: {
                permission: string;
                costs: string;
                isOptional?: boolean;
            }[];
            /** @description The provider's rate limit; null if the provider's response does not state it. */
            budget: {
                limit: number;
                remaining: number;
                resetsAt: components["schemas"]["Instant"];
            } | null;
            /** @description The time of the response by the provider's clock; null if the response has no time. */
            respondedAt: components["schemas"]["Instant"] | null;
        };
        /** @description The problems of a connection. `subject` is `account`, `permissions`, `scope` or the name of a stream. */
        ConnectionProblemsResponse: {
            items: {
                subject: string;
                problem: string;
            }[];
            next: string | null;
            total: number;
        };
        /** @description The part of an account that is imported, as globs that match `owner/name` or service names. An empty list means all. */
        ConnectionScope: {
            /** @default [] */
            repositories: string[];
            /** @default [] */
            services: string[];
            /**
             * @description Globs of environments. Only deployments to matching environments are imported; an empty list means all.
             * @default []
             */
            environments: string[];
            /**
             * @description GitHub Actions workflows, by name or path, whose failed runs count as failed deployments. Empty means none.
             * @default [
             *       "*deploy*",
             *       "*release*"
             *     ]
             */
            workflows: string[];
            /**
             * @description Issues with one of these labels count as incidents; an empty list means that no issue does.
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
        /** @description A u chart: each week's rate of episodes (per week or 100 changes), with the control limits of a constant rate. */
        ControlChart: {
            /** @enum {string} */
            unit: "100_changes" | "week";
            /**
             * @description `u` assumes Poisson counts. `u_prime` is Laney's chart, with wider limits for counts that vary more.
             * @enum {string}
             */
            kind: "u" | "u_prime";
            /** @description The number of episodes divided by the exposure, over all weeks; null without exposure. */
            centre: number | null;
            /** @description Laney's sigma z: the factor by which the limits are wider than those of a `u` chart. 1 for a `u` chart. */
            widening: number;
            points: components["schemas"]["ControlChartPoint"][];
            /** @description The signals of the chart, sorted by time. */
            signals: components["schemas"]["ControlChartSignal"][];
            /** @description The number of consecutive points on one side of the centre line that form a run. */
            runLength: number;
            /** @description For each rule, the probability that a chart of this length shows a signal although the rate is constant. */
            falseAlarmProbability: {
                beyond_limits: number;
                run: number;
            };
        };
        ControlChartPoint: {
            /** @description The ISO 8601 week, such as `2026-W03`. */
            week: string;
            from: components["schemas"]["Instant"];
            until: components["schemas"]["Instant"];
            episodes: number;
            /** @description The week's exposure in weeks or hundreds of changes (see `unit`). At 0, `value`, `low` and `high` are null. */
            exposure: number;
            value: number | null;
            /** @description The lower control limit; a lower value is a signal. */
            low: number | null;
            /** @description The upper control limit; a higher value is a signal. */
            high: number | null;
        };
        /**
         * @description The rule of a signal: a point outside the limits, or a run of consecutive points on one side of the centre line.
         * @enum {string}
         */
        ControlChartRule: "beyond_limits" | "run";
        ControlChartSignal: {
            rule: components["schemas"]["ControlChartRule"];
            /** @enum {string} */
            side: "above" | "below";
            /** @description The first week of the signal. */
            fromWeek: string;
            /** @description The last week of the signal. */
            toWeek: string;
        };
        /**
         * @description The effect that several corrections have together. Other corrections describe themselves.
         * @enum {string}
         */
        CorrectionAction: "merge" | "split" | "move";
        /** @description A person's decision about failures, links or patterns, which every later clustering obeys. */
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
            kind: "statement";
            failureId: string;
            statement: components["schemas"]["StatementKind"];
            quote: string | null;
            mechanism?: string;
        } | {
            /** @constant */
            kind: "rename";
            patternId?: string;
            failureId?: string;
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
        /** @description A person's decision about failures, links or patterns, which every later clustering obeys. */
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
            kind: "statement";
            failureId: string;
            statement: components["schemas"]["StatementKind"];
            quote: string | null;
            mechanism?: string;
        } | {
            /** @constant */
            kind: "rename";
            patternId?: string;
            failureId?: string;
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
        CorrectionKind: "must_link" | "cannot_link" | "not_a_failure" | "is_a_failure" | "title_template" | "not_change_related" | "cause" | "statement" | "rename" | "pattern" | "link";
        /** @description The step in which corrections were made. Its fields are null where they do not apply. */
        CorrectionSet: {
            id: string;
            action: components["schemas"]["CorrectionAction"] | null;
            patternId: string | null;
            otherPatternId: string | null;
            episodes: number | null;
            reason: string | null;
        };
        /** @description Corrections that a person made in one step. They are listed as one decision and undone together. */
        CorrectionSetRequest: {
            decisions: components["schemas"]["CorrectionDecision"][];
            action?: components["schemas"]["CorrectionAction"];
            /** @description The pattern that is merged or split, or whose episodes are moved. */
            patternId?: string;
            /** @description The other pattern of a merge, or the target of a move. */
            otherPatternId?: string;
            /** @description The number of episodes that a split or move concerns. */
            episodes?: number;
            reason?: string;
        };
        /** @description The step that was stored, and its corrections in the order of the request. */
        CorrectionSetResponse: {
            id: string;
            action: components["schemas"]["CorrectionAction"] | null;
            patternId: string | null;
            otherPatternId: string | null;
            episodes: number | null;
            reason: string | null;
            corrections: components["schemas"]["ListedCorrection"][];
        };
        /** @description Corrections, oldest decision first. */
        CorrectionsResponse: {
            items: components["schemas"]["ListedCorrection"][];
            next: string | null;
            total: number;
        };
        /** @description The estimated cost of episodes. A cost that is unknown counts as 0. */
        Cost: {
            episodes: number;
            /** @description The hours of impact. `high` is the 90th percentile per episode; null if fewer than ten durations are known. */
            impact: {
                total: number;
                median: number | null;
                withDuration: number;
                episodes: number;
                high: number | null;
            };
            pages: {
                /** @description Incidents of high urgency, each of which paged somebody. */
                all: {
                    count: number;
                    failureIds: string[];
                };
                /** @description Incidents of high urgency that began outside of working time. */
                outOfHours: {
                    count: number;
                    failureIds: string[];
                };
                /** @description The number of incidents of unknown urgency, which may have paged somebody. */
                unknownUrgency: number;
            };
            people: {
                /** @description The people-hours of all episodes with known durations; null if no duration is known. */
                total: components["schemas"]["Span"] | null;
                /** @description The people-hours per episode: the median of the low estimates and the median of the high estimates. */
                perEpisode: components["schemas"]["Span"] | null;
                /** @description The number of episodes with known durations: those in which all incidents have a known end. */
                withDuration: number;
                /** @description The number of episodes whose incidents state how many people responded. For other episodes, the number is assumed. */
                withResponders: number;
                parts: components["schemas"]["CostPart"][];
            };
            /** @description The cost that is saved if one episode is avoided: the median cost of an episode. */
            avoided: {
                peopleHours: components["schemas"]["Span"] | null;
                impactHours: number | null;
            };
            assumptions: components["schemas"]["CostAssumption"][];
            settings: components["schemas"]["WorkingTimeOutput"];
        };
        CostAssumption: {
            name: components["schemas"]["CostAssumptionName"];
            /** @description The quantity that the assumption estimates, as a phrase. */
            label: string;
            range: components["schemas"]["Span"];
            /** @description Where the range comes from: a publication, the organisation's settings, or a note that it is an assumption. */
            source: string;
        };
        /**
         * @description The name of an assumption that is used where the data do not state how much time people spent.
         * @enum {string}
         */
        CostAssumptionName: "responders" | "attended_hours" | "hours_per_page" | "hours_per_page_out_of_hours" | "follow_up_hours" | "rework_hours";
        /** @description One summand of the estimated people-hours. */
        CostPart: {
            /** @enum {string} */
            part: "response" | "pages" | "out_of_hours" | "follow_up" | "rework";
            /** @description How the hours are computed, as a phrase that names the factors. */
            computation: string;
            hours: components["schemas"]["Span"];
        };
        /** @description One of the few episodes that account for most of the impact of a digest. */
        CostlyEpisode: {
            /** @description The id of the episode, which is also the id of its first failure. */
            episodeId: string;
            title: string;
            startedAt: components["schemas"]["Instant"];
            hours: number;
            services: string[];
            patternId: string | null;
        };
        /** @description A job, record or delivery that was given up and waits for a person to replay or discard it. It blocks no other work. */
        DeadLetter: {
            id: string;
            kind: components["schemas"]["DeadLetterKind"];
            /** @description When the last attempt failed; for a record, when it arrived. */
            at: components["schemas"]["Instant"];
            /** @description The queue to which the job, record or delivery belongs. */
            queue: string;
            /** @description The name of the job, the type of the record, or the type of the event. */
            name: string;
            /** @description What is affected: ids, the provider's key of a record, or the part of a receiver's URL that is not secret. */
            subject: string;
            /** @description The connection whose data was processed; null if no connection was involved. */
            connectionId: string | null;
            /** @description The subscription of a delivery; null for other kinds. */
            subscriptionId: string | null;
            /** @description The code of the error; null if only its message is known. */
            code: components["schemas"]["ErrorCode"] | null;
            /** @description The problem in one line. */
            problem: string;
            /** @description The number of failed attempts. */
            attempts: number;
            /** @description Whether a replay was requested and has not ended yet. */
            isReplaying: boolean;
            replay: components["schemas"]["ReplayLikelihood"];
            /** @description The recommended action, in one or two sentences. */
            advice: string;
        };
        /**
         * @description `job`: a job that failed every attempt. `record`: an unparsable payload. `delivery`: an undeliverable event.
         * @enum {string}
         */
        DeadLetterKind: "job" | "record" | "delivery";
        DeadLetterReplayResponse: {
            /** @description The number of dead letters that are replayed. */
            replayed: number;
            /** @description The number of selected dead letters that cannot be replayed. */
            notReplayed: number;
        };
        /** @description Dead letters, newest first. */
        DeadLettersResponse: {
            items: components["schemas"]["DeadLetter"][];
            next: string | null;
            total: number;
        };
        /** @description The author of a decision, with the names at the time of the decision: names can change and users can be deleted. */
        Decider: {
            via: components["schemas"]["DecisionChannel"];
            /** @description The id of the user; null for an unknown user and for the policy. */
            userId: string | null;
            name: string;
            /** @description The id of the token or session; null if the decision was made without a token or session. */
            viaId: string | null;
            /** @description The name of the token; null if the decision was made without a token. */
            tokenName: string | null;
        };
        /** @description One line of the audit log of decisions. */
        Decision: {
            id: string;
            at: components["schemas"]["Instant"];
            by: components["schemas"]["Decider"];
            /** @description The operation id of the API, or a name such as `signIn` for a decision that is not made through a route. */
            operation: string;
            /** @description A short description of the operation. */
            what: string;
            /** @description The ids of the target; the keys are the names of path parameters. `created` is the id of a new object. */
            subject: {
                [key: string]: string;
            };
            /** @description The values that were chosen, and for some settings the previous values. */
            detail: components["schemas"]["DecisionDetail"];
            /** @description The objects whose ids `subject` and `detail` contain. */
            mentions: components["schemas"]["DecisionMention"][];
            state: components["schemas"]["DecisionState"];
            /** @description States who undid the decision, and when; null if it still applies or cannot be undone. */
            undone: {
                at: components["schemas"]["Instant"];
                by: components["schemas"]["Decider"];
            } | null;
        };
        /**
         * @description How a decision was made: in a browser session, with a token, by a sign-in link, through an identity provider, by a comment on GitHub, or by the improvement policy in mode `auto`.
         * @enum {string}
         */
        DecisionChannel: "session" | "token" | "link" | "provider" | "comment" | "policy";
        /** @description Short facts about a decision: ids, names that people gave, numbers. They never contain a secret or ingested text. */
        DecisionDetail: {
            [key: string]: string | number | boolean | null | string[];
        };
        /** @description An object that a decision mentions by its id, with its present name. A deleted object is not listed. */
        DecisionMention: {
            /** @enum {string} */
            kind: "pattern" | "failure" | "improvement" | "user" | "connection" | "catalogue_entry" | "write";
            id: string;
            /** @description The name of the object; for an improvement, the name of its pattern. */
            name: string;
        };
        /**
         * @description `begun` means that it is unknown whether the decision took effect, because a process failed midway.
         * @enum {string}
         */
        DecisionState: "begun" | "done";
        /** @description Decisions, newest first. */
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
            /** @description The names of the environments that count as production. */
            environments: string[];
            organisation: components["schemas"]["DeliveryFigures"];
            /** @description Repositories with deployments, sorted by name, not by a metric: DORA advises against comparing applications. */
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
            /** @description The number of deployment attempts that failed. These attempts do not count as deployments. */
            attemptsFailed: number;
            /** @description Deployments per week, with a 95 % interval. */
            perWeek: number;
            low: number;
            high: number;
            /** @description The share of days (UTC) with at least one deployment. */
            daysWithOne: number;
        };
        /** @description The share of deployments that were rework. `reasons` counts each rework once, in the first field that applies. */
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
        /** @description An immutable summary of a week or month. */
        Digest: {
            scope: components["schemas"]["DigestScope"];
            period: components["schemas"]["DigestPeriod"];
            episodes: number;
            episodesBefore: number;
            /** @description The sum of the known durations of the episodes in the period, each at most 24 hours; null if none is known. */
            impactHours: number | null;
            /** @description The impact hours of the preceding period of the same length. */
            impactHoursBefore: number | null;
            /** @description At most three episodes that account for half of the impact or more, most hours first; empty if no so few do. */
            costliest: components["schemas"]["CostlyEpisode"][];
            /** @description The number of changes in the period; null if no change is known. */
            changes: number | null;
            changesBefore: number | null;
            /** @description The patterns that had an episode or whose recurrence changed in the period, most episodes first. */
            patterns: components["schemas"]["DigestedPattern"][];
            /** @description The numbers of fixes whose effect was measured in the period, by the verdict. */
            fixVerdicts: {
                verified: number;
                recurred: number;
            };
            completeness: components["schemas"]["Completeness"];
            document: components["schemas"]["ReportDocument"];
            /** @description The time of the newest failure that the digest considers. */
            asOf: components["schemas"]["Instant"];
        };
        /** @description A week from Monday to Monday, or a calendar month, in UTC. `until` is exclusive. */
        DigestPeriod: {
            /** @enum {string} */
            kind: "week" | "month";
            from: components["schemas"]["Instant"];
            until: components["schemas"]["Instant"];
        };
        /** @description The failures that a digest covers: all, those of a service, or those in the repositories and folders of a team. */
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
        /** @description How a pattern developed in the period of a digest. */
        DigestedPattern: {
            patternId: string;
            name: string;
            lesson: string;
            /** @description The number of episodes in the period. */
            episodes: number;
            /** @description The number of episodes in the preceding period of the same length. */
            episodesBefore: number;
            /** @description The sum of the known durations of the episodes in the period, each at most 24 hours; null if none is known. */
            impactHours: number | null;
            /** @description How the pattern recurred as of the end of the period; null if its failures did not form a pattern yet. */
            recurrence: components["schemas"]["Recurrence"] | null;
            /** @description The value of `recurrence` if it is new in this period, else null. Absent in digests of earlier versions. */
            newRecurrence?: ("new" | "returned" | "quiet") | null;
            /** @description Whether the rate rises or falls significantly, corrected for the number of patterns; null if it does neither. */
            direction: ("rising" | "falling") | null;
            /** @description The probability of at least one episode in the next period; null without a forecast. */
            probability: number | null;
        };
        DigestsResponse: {
            items: components["schemas"]["ListedDigest"][];
            next: string | null;
            total: number;
        };
        DiscardDeadLetterRequest: {
            /** @description Why the dead letter is discarded, for the audit log. */
            reason: string;
        };
        /** @description A quantile of durations in hours, with a 95 % interval. Each of the three values is null if it cannot be determined. */
        DurationQuantile: {
            value: number | null;
            low: number | null;
            high: number | null;
        };
        /** @description The distribution of durations. It has no mean, because a few very long durations would dominate the mean (Davidovič and others, "Incident Metrics in SRE", 2021; the VOID report, 2022). */
        DurationSummary: {
            /** @description The number of durations with a known end. */
            completed: number;
            /** @description The number of durations that have not ended yet. They count as censored observations. */
            open: number;
            /** @description The number of durations whose end is unknown. The quantiles ignore them. */
            unknown: number;
            /**
             * @description `kaplan_meier` if some durations are ongoing, otherwise `order` for order statistics.
             * @enum {string}
             */
            method: "order" | "kaplan_meier";
            firstQuartile: components["schemas"]["DurationQuantile"];
            median: components["schemas"]["DurationQuantile"];
            thirdQuartile: components["schemas"]["DurationQuantile"];
            ninetiethPercentile: components["schemas"]["DurationQuantile"];
            /** @description The number of ended durations by length, in bins of hours. Each bin is about three times as wide as the previous; the last has no upper end. */
            histogram: {
                from: number;
                until: number | null;
                count: number;
            }[];
        };
        /** @description How an earlier failure was resolved, and when that failure occurred. */
        EarlierResolution: {
            /** @description The passage that states the resolution; null if the text has none. */
            stated: components["schemas"]["StatedPassage"] | null;
            /** @description The change that resolved the failure; null if none is known or the failure is itself a reverted change. */
            change: components["schemas"]["ResolvingChange"] | null;
            /**
             * @description The failure that was resolved: one that the query repeats, a similar one, or another one of the same pattern.
             * @enum {string}
             */
            source: "repeated_failure" | "similar_failure" | "pattern";
            failureId: string;
            title: string;
            occurredAt: components["schemas"]["Instant"];
            precision: components["schemas"]["TimePrecision"];
        };
        /** @description How a pattern developed after its fix, as known at `until`. A verdict never changes once it is reached. */
        Effect: {
            patternId: string;
            fixedAt: components["schemas"]["Instant"];
            until: components["schemas"]["Instant"];
            verdict: components["schemas"]["EffectVerdict"];
            /** @description When the verdict was reached; null while it is too early. */
            decidedAt: components["schemas"]["Instant"] | null;
            /** @description When monitoring of the fix ends. */
            monitoringEndsAt: components["schemas"]["Instant"];
            /** @description The weeks without an episode that lead to the verdict `held`; null after a verdict, or if no number of weeks would. */
            weeksNeeded: number | null;
            perWeek: components["schemas"]["EffectRates"];
            /** @description Rates per 100 changes; null if too few changes are known. */
            per100Changes: components["schemas"]["EffectRates"] | null;
            /** @description The verdict and its reasons in plain sentences. */
            explanation: string[];
        };
        /** @description The rates of episodes before and after a fix, per week or per 100 changes. */
        EffectRates: {
            before: components["schemas"]["TrendRate"];
            /** @description The rate that would be expected without the fix, given the trend of all patterns; in the unit of `before`. */
            expectedRate: number;
            /** @description The number of episodes that would be expected in the time since the fix if there had been no fix. */
            expected: number;
            /** @description The rate after the fix; null if there was no exposure after the fix. */
            after: components["schemas"]["TrendRate"] | null;
            /** @description The rate after the fix divided by the expected rate, with a 95 % interval; null without exposure after the fix. */
            ratio: {
                value: number;
                low: number;
                high: number;
            } | null;
        };
        /**
         * @description Whether a fix worked. `held`: the rate of episodes is lower. `came_back`: the rate is not lower, and too high for a fix that prevents three of four episodes. `not_distinguishable`: monitoring ended without a clear result. `too_early`: monitoring continues.
         * @enum {string}
         */
        EffectVerdict: "held" | "came_back" | "not_distinguishable" | "too_early";
        /** @enum {string} */
        EffortSize: "S" | "M" | "L";
        /** @description A key that encrypts stored data. */
        EncryptionKeyStatus: {
            /** @description The id of the key: 8 hexadecimal digits that reveal nothing about the key. */
            id: string;
            /** @description Whether the key encrypts new data. */
            isPresent: boolean;
            /** @description Whether the settings of the responding process contain the key. */
            isGiven: boolean;
            /** @description Whether data are encrypted with the key, or may soon be. A key that is not needed can be removed. */
            isNeeded: boolean;
            values: number;
        };
        EncryptionStatus: {
            keys: components["schemas"]["EncryptionKeyStatus"][];
            /** @description The current or latest rotation; null if there has been none. */
            rotation: components["schemas"]["KeyRotation"] | null;
        };
        /** @description An erasure. The name of the repository or person is not stored. */
        Erasure: {
            id: string;
            /** @enum {string} */
            kind: "repository" | "person";
            /** @enum {string} */
            state: "pending" | "done";
            /** @description The current step; null before the erasure begins and after it ends. */
            step: string | null;
            /** @description The number of rows that were deleted or changed so far, by table. */
            rows: {
                [key: string]: number;
            };
            /** @description Data that Refrain cannot erase, as sentences; set when the erasure ends. */
            kept: string[];
            requestedBy: string;
            requestedAt: components["schemas"]["Instant"];
            endedAt: components["schemas"]["Instant"] | null;
        };
        /** @description A preview of the data that an erasure would delete. */
        ErasurePreview: {
            /** @description The number of rows that would be deleted or changed, by table. */
            rows: {
                [key: string]: number;
            };
            /** @description All known names of the repository or person. */
            names: string[];
            /** @description Data that Refrain cannot erase, as sentences. */
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
         * @description The code of an error. Each code determines whether a retry can help.
         * @enum {string}
         */
        ErrorCode: "invalid_input" | "not_found" | "conflict" | "precondition_failed" | "key_reused" | "unauthenticated" | "forbidden" | "too_large" | "unsupported_encoding" | "rate_limited" | "signature_invalid" | "credential_rejected" | "permission_missing" | "provider_unreachable" | "provider_failed" | "provider_unexpected" | "unavailable" | "misconfigured" | "internal";
        Estimate: {
            low: number;
            mean: number;
            high: number;
        };
        /**
         * @description The type of an event that subscribers can receive.
         * @enum {string}
         */
        EventType: "report_written" | "digest_written" | "pattern_found" | "pattern_rising" | "pattern_returned";
        /** @description One reason for a link, a pattern membership or a similarity. A person can check it. */
        Evidence: {
            /** @description The kind of signal, such as `time`, `service` or `sha`. `decision` is a person's decision. */
            signal: string;
            detail: string;
            /** @description The part of the score that this reason contributes, 0 to 1. */
            weight: number;
        };
        /** @description The records of an import that are skipped, because other connections have failures with the same kind, title and start. */
        ExistingRecords: {
            records: number;
            /** @description The connections that have these failures, most records first. A record counts for each of them. */
            sources: {
                /** @description An account with its provider, such as `PagerDuty acme`, or the name of an archive. */
                name: string;
                records: number;
            }[];
        };
        /** @enum {string} */
        FailureKind: "incident" | "failed_deployment" | "reverted_change";
        /** @description A pattern in the failure library: its root cause or resolution is known, or its fix held. */
        FailureLibraryEntry: {
            pattern: components["schemas"]["Pattern"];
            recurrence: components["schemas"]["Recurrence"] | null;
            /** @description The first recommendation in the pattern's report. */
            guardrail: components["schemas"]["Guardrail"] | null;
            /** @description The pattern's improvement; null if none was proposed. */
            fix: components["schemas"]["LibraryFix"] | null;
            /** @description The names of the guardrails that were introduced and did not stop the failures, oldest first. */
            failedFixes: string[];
            /** @description Examples of the pattern's episodes, newest first. */
            episodes: components["schemas"]["ReportSource"][];
        };
        /** @description A file of the exported failure library. */
        FailureLibraryFile: {
            /** @description The path relative to the export folder; it cannot lead out of that folder. */
            path: string;
            content: string;
        };
        FailureLibraryFilesResponse: {
            items: components["schemas"]["FailureLibraryFile"][];
        };
        FailureLibraryResponse: {
            items: components["schemas"]["FailureLibraryEntry"][];
            next: string | null;
            total: number;
            /** @description The number of patterns that match the filters but teach nothing yet. */
            withoutLesson: number;
        };
        /**
         * @description `lastAt`: by the last episode, `episodes`: by the number of all episodes; the highest first
         * @enum {string}
         */
        FailureLibrarySort: "lastAt" | "episodes";
        /** @description The episodes of each location by cause and trigger, with the number of changes for comparison. */
        FailureMap: {
            from: components["schemas"]["Instant"];
            until: components["schemas"]["Instant"];
            days: number;
            filter: components["schemas"]["FailureMapFilter"];
            /** @description The number of episodes. An episode that affected several services is in the cells of each service. */
            episodes: number;
            /** @description The number of changes of the organisation. */
            changes: number;
            /** @description The rows of the map, most episodes first; the unknown location is last. */
            services: components["schemas"]["FailureMapRow"][];
            /** @description The cells by cause that have episodes. Significant cells come first, then those with the most episodes. */
            causes: components["schemas"]["FailureMapCauseCell"][];
            /** @description The cells by trigger that have episodes, in the same order as `causes`. */
            triggers: components["schemas"]["FailureMapTriggerCell"][];
            /** @description Folders whose changes fail often, strongest evidence first. No listed folder contains another listed one. */
            hotspots: components["schemas"]["PathHotspot"][];
            /** @description The number of compared cells and folders, including those without episodes. */
            compared: {
                causes: number;
                triggers: number;
                folders: number;
            };
            /** @description The numbers of episodes and services for which some data are unknown. */
            gaps: {
                withoutService: number;
                withoutCause: number;
                withoutTrigger: number;
                withoutHours: number;
                withoutPaths: number;
                /** @description The number of episodes that the filter excluded because their environment is unknown. */
                withoutEnvironment: number;
                /** @description The number of services whose changes are unknown. */
                servicesWithoutChanges: number;
            };
        };
        /** @description The changes and episodes of each location, with which the counts of one pattern are compared. */
        FailureMapBaseline: {
            from: components["schemas"]["Instant"];
            until: components["schemas"]["Instant"];
            places: {
                service: string | null;
                repository: string | null;
                changes: number | null;
                episodes: number;
            }[];
        };
        FailureMapCauseCell: {
            service: string | null;
            repository: string | null;
            episodes: number;
            hours: components["schemas"]["ImpactHours"];
            episodeIds: string[];
            /** @description Episodes per 100 changes; null if the location or its changes are unknown. */
            per100Changes: components["schemas"]["FailureMapRate"] | null;
            per30Days: components["schemas"]["FailureMapRate"] | null;
            /** @description Episodes of this cause or trigger per 100 episodes of the location; null if the location is unknown. */
            per100Episodes: components["schemas"]["FailureMapRate"] | null;
            /** @description Whether failures are unusually frequent in this cell: the rates per day and per 100 changes are both above those of the organisation. If the number of changes is unknown, the rate per 100 episodes replaces the rate per 100 changes. */
            standsOut: boolean;
            cause: components["schemas"]["Cause"];
        };
        /** @description Selects the episodes of the failure map. An empty filter selects all episodes. */
        FailureMapFilter: {
            /**
             * @description Shows only the locations that this team owns. Their rates are still compared with those of the whole organisation.
             * @default null
             */
            team: string | null;
            /**
             * @description Selects only episodes in this environment.
             * @default null
             */
            environment: string | null;
            /**
             * @description Selects only episodes with a failure of one of these kinds.
             * @default []
             */
            kinds: components["schemas"]["FailureKind"][];
        };
        /** @description A rate in one cell of the failure map. Fields with such a rate are named after its unit, such as `per100Changes`. */
        FailureMapRate: {
            /** @description The observed rate of the cell. */
            observed: number;
            /** @description The rate of all compared cells together. */
            organisation: number;
            /** @description The estimated rate of the cell. The fewer data the cell has, the closer it is to the organisation's rate. */
            estimate: number;
            /** @description The lower end of the 90 % interval of the estimate. */
            low: number;
            /** @description The upper end of the 90 % interval of the estimate. */
            high: number;
            /** @description Whether the rate is significantly above the organisation's rate, corrected for the number of cells. */
            isAbove: boolean;
        };
        /** @description A row of the failure map: a service, or a repository without a known service. */
        FailureMapRow: {
            service: string | null;
            repository: string | null;
            /** @description The number of changes; null if the repositories of the service are unknown. */
            changes: number | null;
            episodes: number;
            hours: components["schemas"]["ImpactHours"];
            episodeIds: string[];
        };
        FailureMapTriggerCell: {
            service: string | null;
            repository: string | null;
            episodes: number;
            hours: components["schemas"]["ImpactHours"];
            episodeIds: string[];
            /** @description Episodes per 100 changes; null if the location or its changes are unknown. */
            per100Changes: components["schemas"]["FailureMapRate"] | null;
            per30Days: components["schemas"]["FailureMapRate"] | null;
            /** @description Episodes of this cause or trigger per 100 episodes of the location; null if the location is unknown. */
            per100Episodes: components["schemas"]["FailureMapRate"] | null;
            /** @description Whether failures are unusually frequent in this cell: the rates per day and per 100 changes are both above those of the organisation. If the number of changes is unknown, the rate per 100 episodes replaces the rate per 100 changes. */
            standsOut: boolean;
            trigger: components["schemas"]["Trigger"];
        };
        FailureResponse: {
            kind: components["schemas"]["FailureKind"];
            /** @description The provider's id, unique per connection and kind, such as `acme/api#deployment/42` or `PD12345`. */
            externalId: string;
            title: string;
            /** @description All known text, with people replaced by roles; may be empty. */
            text: string;
            /** @description Service names as the provider spells them. */
            services: string[];
            /** @description The repository as `owner/name`. */
            repository: string | null;
            environment: string | null;
            /** @description Paths of files that were changed or that the text names, relative to the repository. */
            paths: string[];
            /** @description The commit that was deployed or reverted, or that an incident names. */
            sha: string | null;
            occurredAt: components["schemas"]["Instant"];
            resolvedAt: components["schemas"]["Instant"] | null;
            /** @description The precision of `occurredAt` or `resolvedAt`, whichever is coarser. */
            precision: components["schemas"]["TimePrecision"];
            /** @description Further times of the failure; null if only `occurredAt` and `resolvedAt` are known. */
            timing: components["schemas"]["FailureTiming"] | null;
            /** @description The priority that people assigned, otherwise the provider's severity. */
            severity: string | null;
            urgency: string | null;
            /** @description The number of people who worked on the failure. Their names are not stored. */
            responders: number | null;
            /** @description URLs of web pages about the same failure, such as the workflow run of a deployment or a post-mortem. */
            references: string[];
            url: string | null;
            /** @description When the failure last changed at the provider. An older version never overwrites a newer one. */
            version: components["schemas"]["Instant"];
            /** @description False for a record that only looks like a failure, such as a planned revert or announced maintenance: it is shown but not clustered. */
            isFailure: boolean;
            /** @description The confidence of `isFailure`, 0 to 1; 0.5 for a revert whose messages state no reason. */
            confidence: number;
            /** @description The words of the record that determined `isFailure`. */
            decidingWords?: string[];
            id: string;
            connectionId: string;
            /** @description The episode of the failure; null before the first clustering. */
            episodeId: string | null;
            /** @description The id of the failure that this failure duplicates; null if none. Duplicates are neither counted nor clustered. */
            duplicateOf: string | null;
            /** @description Whether a person decided `isFailure`, either for this failure alone or for all reverts with similar titles. */
            isDecided: boolean;
            patternId: string | null;
            /** @description The name of the failure's pattern; null if the failure is in no pattern. */
            patternName: string | null;
            /** @description Whether the pattern membership is provisional: it is based on similarity until the next clustering decides. */
            isProvisional: boolean;
            /** @description How long the failure lasted; null while it is unresolved, and if its times have no time of day. */
            durationSeconds: number | null;
            /** @description If `services` is empty: the services of the failure's episode as of the newest measurement, such as those that run from its repository. Otherwise empty. */
            episodeServices: string[];
            /** @description Changes that probably triggered or resolved an incident. Null for other failures and before any clustering. */
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
            /** @description How the failure was resolved; null if its text does not say how and no change is linked. */
            resolution: components["schemas"]["Resolution"] | null;
            statements: components["schemas"]["FailureStatements"];
            /** @description How long an incident lasted by its text, which measurements use; null if the text does not say. */
            statedDuration: components["schemas"]["StatedDuration"] | null;
            /** @description Why the failure belongs to its pattern, with confidence and evidence; null if it is in no pattern. */
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
                /** @description The linked change or failure. The title is null if that change or failure was deleted. */
                other: {
                    id: string;
                    title: string | null;
                    url: string | null;
                };
            }[];
        };
        /** @description The passages that a person can choose for a statement: the title, and the sentences of the text in their order. */
        FailureSentencesResponse: {
            items: string[];
        };
        /** @enum {string} */
        FailureSort: "relevance" | "occurredAt" | "duration";
        /** @description A passage of a failure's title or text that states something about the failure. */
        FailureStatement: {
            /** @description The passage, verbatim except for white space and markup of links, lists and tables. */
            quote: string;
            /** @description The confidence, 0 to 1: the share of similar passages that make this statement according to a human reader. */
            confidence: number;
            /** @description Whether a person chose the passage. The confidence is then 1. */
            isDecided: boolean;
        };
        /** @description The statements of the title and the text of a failure. A statement is null if no passage clearly makes it, or if a person decided so. Passages that blame somebody or address people are not quoted. */
        FailureStatements: {
            /** @description The component that failed. The quotation is its name. */
            component: components["schemas"]["FailureStatement"] | null;
            /** @description The symptom that people or alerts observed. */
            symptom: components["schemas"]["FailureStatement"] | null;
            mechanism: components["schemas"]["MechanismStatement"] | null;
            rootCause: components["schemas"]["FailureStatement"] | null;
            trigger: components["schemas"]["TriggerStatement"] | null;
            resolution: components["schemas"]["FailureStatement"] | null;
        };
        /** @description Times between the start and the end of a failure, as the provider reports them. */
        FailureTiming: {
            acknowledgedAt: components["schemas"]["Instant"] | null;
            mitigatedAt: components["schemas"]["Instant"] | null;
            /** @description When the failure was reopened after a resolution, oldest first. */
            reopenedAt: components["schemas"]["Instant"][];
        };
        FailuresResponse: {
            items: components["schemas"]["ListedFailure"][];
            next: string | null;
            total: number;
        };
        /** @description Describes what an import of a file would store. */
        FileCheckResponse: {
            /** @description The number of records that can be read. */
            records: number;
            /** @description The number of these records that are new. */
            fresh: number;
            /** @description The number of these records that replace a stored record with the same id and other content. */
            changed: number;
            existing: components["schemas"]["ExistingRecords"];
            /** @description The columns of the file; empty for Markdown. */
            columns: components["schemas"]["ArchiveColumn"][];
            /** @description When the first and the last of these records began; null without records. */
            span: {
                from: components["schemas"]["Instant"];
                until: components["schemas"]["Instant"];
            } | null;
            /** @description Another archive that has most of the ids. An import into that archive updates its records. Null if there is none. */
            sameIdsIn: {
                archive: string;
                records: number;
            } | null;
            /** @description The number of rows that are equal to an earlier row of the file. */
            repeated: number;
            /** @description The number of rows that cannot be imported. */
            skipped: number;
            /** @description Why rows are skipped, the most frequent problems first. */
            problems: components["schemas"]["ImportProblem"][];
            /** @description Notes on columns and cells that are ignored. */
            notes: string[];
            /** @description The first records. */
            preview: components["schemas"]["ArchivePreviewRecord"][];
        };
        FileImportResponse: {
            connection: components["schemas"]["Connection"];
            received: number;
            /** @description The number of received records that were not stored before. */
            stored: number;
            /** @description The number of stored records that replace a stored record with the same id and other content. */
            changed: number;
            existing: components["schemas"]["ExistingRecords"];
            repeated: number;
            skipped: number;
            problems: components["schemas"]["ImportProblem"][];
        };
        /** @description The fix of an improvement: the pull request that closed the issue, or the closing of the issue as completed. */
        Fix: {
            /** @description The URL of the pull request; null if the issue was closed without a pull request. */
            url: string | null;
            /** @description When the pull request was merged, or the issue was closed as completed. */
            mergedAt: components["schemas"]["Instant"];
            /** @description The first production deployment that contains the fix; null while no such deployment is known. */
            deployedAt: components["schemas"]["Instant"] | null;
        };
        /** @description An improvement whose fix has a verdict. */
        FixOutcome: {
            id: string;
            patternId: string;
            title: string;
            /** @description When the improvement entered its current state. An undo restores the earlier time with the earlier state. */
            stateSince: components["schemas"]["Instant"];
            /** @enum {string} */
            state: "verified" | "recurred";
            /** @description The effect of the fix in one sentence; null if the effect was not measured. */
            explanation: string | null;
        };
        Forecast: {
            asOf: components["schemas"]["Instant"];
            horizons: components["schemas"]["HorizonForecast"][];
            basis: components["schemas"]["ForecastBasis"];
        };
        /** @description The numbers from which a forecast is computed. */
        ForecastBasis: {
            /** @description The number of counted episodes. */
            episodes: number;
            /** @description The number of observed days. */
            days: number;
            /** @description The observed number of episodes of this pattern per 30 days. */
            ownRate: number;
            /** @description How many episodes a pattern of this organisation usually has in 30 days. */
            usualRate: number;
            /** @description The weight of `usualRate` in the forecast, 0 to 1. The weight is high if the history of the pattern is short. */
            borrowed: number;
            /** @description The factor by which recent episodes, bursts, the overall trend and the season change the rate of the next 30 days. */
            changed: number | null;
            /** @description The seasonal part of the factor `changed`; null if less than a year is known. */
            season: number | null;
            /** @description The probability that the fix holds; null without a fix. */
            fixHolds: number | null;
        };
        /** @description A repository as `owner/name`. The name may contain dots, but not be `.` or `..`, which would change a URL's path. */
        FullRepositoryName: string;
        GitHubAppResponse: {
            /**
             * @description `created` means that the GitHub App exists but is not installed yet.
             * @enum {string}
             */
            state: "waiting" | "created" | "connected";
            /** @description The connection of the GitHub App; null until it is installed. */
            connection: components["schemas"]["Connection"] | null;
        };
        /** @description A GitHub App that is yet to be created; a person opens the URL in a browser to create it. */
        GitHubAppStartResponse: {
            state: string;
            url: string;
            expiresAt: components["schemas"]["Instant"];
        };
        /** @description A change to the system that prevents a kind of failure or makes it harmless. */
        Guardrail: {
            /** @description The id of the guardrail. It never changes, because stored outcomes refer to the id. */
            id: string;
            name: string;
            promise: string;
            /** @description The mechanisms, by id, of the failures that the guardrail prevents. `share` is the assumed share of these failures that the guardrail prevents or makes harmless. */
            prevents: {
                mechanisms: string[];
                share: components["schemas"]["Span"];
            }[];
            /** @description The causes and triggers of the failures that the guardrail addresses. `share` is the assumed share of these failures that the guardrail prevents or makes harmless. */
            answers: {
                causes: ("code_defect" | "configuration" | "capacity" | "dependency" | "infrastructure" | "data" | "expiry_time" | "security_access" | "process")[];
                triggers: ("deployment" | "config_push" | "traffic" | "maintenance" | "dependency_change" | "hardware" | "time")[];
                share: components["schemas"]["Span"];
            }[];
            speaksFor: components["schemas"]["GuardrailSignal"][];
            speaksAgainst: components["schemas"]["GuardrailSignal"][];
            /** @description The steps to introduce the guardrail. They name no specific tools. */
            steps: string[];
            /** @description A check that fails while the guardrail is missing, and a figure that people should watch. */
            proof: {
                check: string;
                figure: string;
            };
            /** @description The assumed effort for one service or pipeline. */
            effort: {
                size: components["schemas"]["EffortSize"];
                days: components["schemas"]["Span"];
            };
            doesNotCatch: string[];
            sources: components["schemas"]["GuardrailSource"][];
        };
        /** @description One reason for or against a guardrail, with the failures as evidence. */
        GuardrailEvidence: {
            /** @description The reason in one sentence. It contains no ingested text except words that are also in the guardrail library. */
            statement: string;
            /** @description The name of the mechanism that the failures state. Absent if the reason is another one. */
            mechanism?: string;
            failureIds: string[];
            episodes: number;
            /** @description The strength of the signal, above 0, at most 1. */
            strength: number;
        };
        /** @description The effect of a guardrail that was introduced because of a pattern. */
        GuardrailOutcome: {
            guardrailId: string;
            /** @description The pattern because of which the guardrail was introduced; null if the pattern is no longer known. */
            patternId: string | null;
            outcome: components["schemas"]["EffectVerdict"];
            /** @description The likely causes of the pattern because of which the guardrail was introduced. */
            causes: components["schemas"]["Cause"][];
        };
        /** @description An observation in a failure, episode or pattern that supports or contradicts a guardrail. */
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
        } | {
            /** @constant */
            on: "mechanisms";
            mechanisms: string[];
            strength: number;
        } | {
            /** @constant */
            on: "in_place";
            measures: string[];
            strength: number;
        };
        /** @description A public document that describes the guardrail, with chapter and section in the title. */
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
        /** @description The backtest of the forecasts for `days` days. */
        HorizonBacktest: {
            days: number;
            /** @description The number of backtested forecasts: one for each pattern as of each past date. */
            forecasts: number;
            /** @description The share of forecasts after which at least one episode followed. */
            observedShare: number | null;
            /** @description The Brier skill score against the organisation's base rate: 1 is perfect, 0 is no better than the base rate. */
            brierSkill: number | null;
            /** @description The lower end of the 90 % interval of `brierSkill`; null if the history is too short. */
            skillLow: number | null;
            /** @description The upper end of the 90 % interval of `brierSkill`; null if the history is too short. */
            skillHigh: number | null;
            /** @description Whether forecasts for this number of days are shown. If not, `gap` states the reason. */
            isShown: boolean;
            gap: components["schemas"]["MissingForecastReason"] | null;
            calibration: components["schemas"]["CalibrationBin"][];
            /** @description The share of outcomes within the 90 % intervals; ideally 0.9. */
            coverage90: number | null;
            /** @description The expected calibration error, in [0, 1]. */
            calibrationError: number | null;
        };
        /** @description The forecast for the next `days` days. All four figures are null if `gap` states a reason. */
        HorizonForecast: {
            days: number;
            /** @description The probability of at least one more episode, in (0, 1). */
            probability: number | null;
            /** @description The expected number of episodes. */
            expected: number | null;
            /** @description The lower end of the 90 % interval of the number of episodes. */
            low: number | null;
            /** @description The upper end of the 90 % interval of the number of episodes. */
            high: number | null;
            gap: components["schemas"]["MissingForecastReason"] | null;
        };
        /** @description The hours of impact of several episodes with an incident: the duration that the text of an incident states, or else the time during which at least one incident of an episode was open. Failed deployments and reverts have no impact of their own. */
        ImpactHours: {
            /** @description The sum of the hours of all episodes with a known duration. One long episode can dominate the sum. */
            total: number;
            /** @description The median of the known durations; null if no duration is known. */
            median: number | null;
            /** @description The number of episodes with a known duration. */
            withDuration: number;
            /** @description The number of episodes with an incident. */
            episodes: number;
        };
        /** @description Rows of a file that cannot be imported for the same reason. */
        ImportProblem: {
            /** @description Says what is wrong, and what to do. */
            problem: string;
            /** @description The part of the first row that causes the problem; null if the problem says everything. */
            example: string | null;
            /** @description The number of rows with this problem. */
            rows: number;
            /** @description The lines of the first of these rows. */
            lines: number[];
        };
        ImportResponse: {
            connection: components["schemas"]["Connection"];
            received: number;
            /** @description The number of received records that were not stored before. */
            stored: number;
            /** @description The number of stored records that replace a stored record with the same id and other content. */
            changed: number;
            existing: components["schemas"]["ExistingRecords"];
        };
        /** @description The recommended fix of a pattern, with its GitHub issue and its effect. */
        Improvement: {
            id: string;
            patternId: string;
            state: components["schemas"]["ImprovementState"];
            /** @description When the improvement entered its current state. An undo restores the earlier time with the earlier state. */
            stateSince: components["schemas"]["Instant"];
            /** @description Why the improvement is in its current state, in one sentence. */
            reason: string | null;
            /** @description The repository of the current or future issue, as `owner/name`; null while the repository is unknown. */
            repository: string | null;
            title: string;
            /** @description The text that the approver put at the top of the issue. Its Markdown is shown verbatim. */
            note: string | null;
            /** @description The id of the recommended guardrail; null if no guardrail is recommended. */
            guardrailId: string | null;
            /** @description The people-hours of the pattern's episodes in the policy's last `windowDays` days; null if they are unknown. */
            peopleHours: number | null;
            issueNumber: number | null;
            issueUrl: string | null;
            /** @description The state of the issue; null before the issue is opened. */
            issueState: components["schemas"]["IssueState"] | null;
            /** @description The URL of the previous issue if the failure recurred after the fix of that issue; null otherwise. */
            previousIssueUrl: string | null;
            /** @description The formatted name of the approver; null before the approval. */
            approvedBy: string | null;
            /** @description The approver; null before the approval. */
            approver: components["schemas"]["Decider"] | null;
            /** @description The latest decision, which can be undone; null if the state has changed since, or nobody has decided. */
            lastDecision: components["schemas"]["ImprovementDecision"] | null;
            /** @description When the issue was opened; null before it is opened. */
            openedAt: components["schemas"]["Instant"] | null;
            /** @description The time until which a person snoozed the improvement; null if nobody snoozed it. */
            snoozedUntil: components["schemas"]["Instant"] | null;
            /** @description The latest fix; null while nothing is fixed. */
            fix: components["schemas"]["Fix"] | null;
            /** @description The effect of the fix since its deployment; null before the first measurement. */
            effect: components["schemas"]["Effect"] | null;
            /** @description Earlier fixes, oldest first. */
            pastFixes: components["schemas"]["PastFix"][];
            /** @description Why the latest write to the issue failed and what to do; null if the write succeeded. */
            problem: string | null;
            createdAt: components["schemas"]["Instant"];
            updatedAt: components["schemas"]["Instant"];
        };
        /** @description The latest decision about an improvement, with what an undo of it restores. */
        ImprovementDecision: {
            /** @description Names the decision in a request to undo it. */
            id: string;
            /**
             * @description `undo` means that the previous decision was undone. The policy then leaves the improvement to people.
             * @enum {string}
             */
            kind: "approve" | "decline" | "snooze" | "undo";
            by: components["schemas"]["Decider"];
            /** @description The improvement before the decision. */
            before: {
                state: components["schemas"]["ImprovementState"];
                stateSince: components["schemas"]["Instant"];
                reason: string | null;
                approver: components["schemas"]["Decider"] | null;
                snoozedUntil: components["schemas"]["Instant"] | null;
            };
        };
        /** @description An organisation's rules for which patterns get an issue, and for opening the issues. */
        ImprovementPolicy: {
            /** @default propose */
            mode: components["schemas"]["PolicyMode"];
            /**
             * @description Whether Refrain only lists its writes to providers instead of sending them. Webhooks are still set up.
             * @default false
             */
            dryRun: boolean;
            /**
             * @description The minimum number of episodes within the last `windowDays` days that a pattern needs to get an issue.
             * @default 3
             */
            minEpisodes: number;
            /**
             * @description The number of past days in which episodes are counted.
             * @default 365
             */
            windowDays: number;
            /**
             * @description The minimum confidence, 0 to 1, that a pattern needs to get an issue. In generated organisations, 191 of 200 patterns above the default were right (all episodes were the same failure), but only 8 of 28 patterns below it.
             * @default 0.8
             */
            minConfidence: number;
            /**
             * @description Minimum people-hours that a pattern must have cost to get an issue. Rising and returned patterns are exempt.
             * @default 8
             */
            minPeopleHours: number;
            /**
             * @description The maximum number of open issues in mode `auto`. At this number, the policy opens no further issue.
             * @default 10
             */
            maxOpen: number;
            /**
             * @description The maximum number of open issues per repository in mode `auto`. At this number, the policy opens none there.
             * @default 3
             */
            maxOpenPerRepository: number;
            /**
             * @description The maximum number of issues that the policy opens within seven days in mode `auto`.
             * @default 3
             */
            maxPerWeek: number;
            /**
             * @description The working time outside of which the policy opens no issues in mode `auto`; null for any time.
             * @default null
             */
            quietOutside: components["schemas"]["WorkingTime"] | null;
            /**
             * @description The repository, as `owner/name`, in which issues are opened for patterns whose own repository is unknown.
             * @default null
             */
            fallbackRepository: components["schemas"]["FullRepositoryName"] | null;
            /**
             * @description The label of every issue, by which Refrain finds its issues again.
             * @default refrain
             */
            label: string;
            /**
             * @description The label by which people accept an issue.
             * @default refrain: accepted
             */
            acceptedLabel: string;
            /**
             * @description The label by which people decline an issue.
             * @default refrain: not systemic
             */
            declinedLabel: string;
            /**
             * @description Names of the services whose incidents get an incident note if earlier failures are similar; `*` means all.
             * @default []
             */
            notesFor: string[];
            /**
             * @description The email address of the PagerDuty user in whose name incident notes are written; PagerDuty requires one.
             * @default null
             */
            notesFrom: string | null;
            /**
             * @description Whether open pull requests that resemble changes that failed get a pull request check. This requires a GitHub App.
             * @default false
             */
            checkPulls: boolean;
            /**
             * @description The approximate maximum share of pull requests that get a pull request check, above 0, at most 0.1.
             * @default 0.02
             */
            checkedShare: number;
            /**
             * @description What happens if the failure recurs after its fix: the issue is reopened, or a follow-up issue is opened.
             * @default reopen
             * @enum {string}
             */
            onRecurrence: "reopen" | "follow_up";
        };
        /** @description An organisation's rules for which patterns get an issue, and for opening the issues. */
        ImprovementPolicyOutput: {
            /** @default propose */
            mode: components["schemas"]["PolicyMode"];
            /**
             * @description Whether Refrain only lists its writes to providers instead of sending them. Webhooks are still set up.
             * @default false
             */
            dryRun: boolean;
            /**
             * @description The minimum number of episodes within the last `windowDays` days that a pattern needs to get an issue.
             * @default 3
             */
            minEpisodes: number;
            /**
             * @description The number of past days in which episodes are counted.
             * @default 365
             */
            windowDays: number;
            /**
             * @description The minimum confidence, 0 to 1, that a pattern needs to get an issue. In generated organisations, 191 of 200 patterns above the default were right (all episodes were the same failure), but only 8 of 28 patterns below it.
             * @default 0.8
             */
            minConfidence: number;
            /**
             * @description Minimum people-hours that a pattern must have cost to get an issue. Rising and returned patterns are exempt.
             * @default 8
             */
            minPeopleHours: number;
            /**
             * @description The maximum number of open issues in mode `auto`. At this number, the policy opens no further issue.
             * @default 10
             */
            maxOpen: number;
            /**
             * @description The maximum number of open issues per repository in mode `auto`. At this number, the policy opens none there.
             * @default 3
             */
            maxOpenPerRepository: number;
            /**
             * @description The maximum number of issues that the policy opens within seven days in mode `auto`.
             * @default 3
             */
            maxPerWeek: number;
            /**
             * @description The working time outside of which the policy opens no issues in mode `auto`; null for any time.
             * @default null
             */
            quietOutside: components["schemas"]["WorkingTimeOutput"] | null;
            /**
             * @description The repository, as `owner/name`, in which issues are opened for patterns whose own repository is unknown.
             * @default null
             */
            fallbackRepository: components["schemas"]["FullRepositoryName"] | null;
            /**
             * @description The label of every issue, by which Refrain finds its issues again.
             * @default refrain
             */
            label: string;
            /**
             * @description The label by which people accept an issue.
             * @default refrain: accepted
             */
            acceptedLabel: string;
            /**
             * @description The label by which people decline an issue.
             * @default refrain: not systemic
             */
            declinedLabel: string;
            /**
             * @description Names of the services whose incidents get an incident note if earlier failures are similar; `*` means all.
             * @default []
             */
            notesFor: string[];
            /**
             * @description The email address of the PagerDuty user in whose name incident notes are written; PagerDuty requires one.
             * @default null
             */
            notesFrom: string | null;
            /**
             * @description Whether open pull requests that resemble changes that failed get a pull request check. This requires a GitHub App.
             * @default false
             */
            checkPulls: boolean;
            /**
             * @description The approximate maximum share of pull requests that get a pull request check, above 0, at most 0.1.
             * @default 0.02
             */
            checkedShare: number;
            /**
             * @description What happens if the failure recurs after its fix: the issue is reopened, or a follow-up issue is opened.
             * @default reopen
             * @enum {string}
             */
            onRecurrence: "reopen" | "follow_up";
        };
        /**
         * @description The properties by which improvements are sorted.
         * @enum {string}
         */
        ImprovementSort: "createdAt" | "stateSince" | "impactHours";
        /** @enum {string} */
        ImprovementState: "proposed" | "approved" | "opened" | "accepted" | "declined" | "fixed" | "verified" | "recurred";
        ImprovementsResponse: {
            items: components["schemas"]["ListedImprovement"][];
            next: string | null;
            total: number;
            /** @description The period of the figures, rounded to hours; null before the first measurement. Without a chosen period, the recorded history. */
            period: components["schemas"]["ObservedPeriod"] | null;
        };
        /**
         * @description How an incident ended. `revert`: the causing change was reverted. `rollback`: an older version was deployed again. `fix`: another change repaired the system. `manual`: the text describes a manual step. `self_resolved`: no change was close in time, and the text describes no step.
         * @enum {string}
         */
        IncidentResolution: "revert" | "rollback" | "fix" | "manual" | "self_resolved" | "unknown";
        /**
         * Format: date-time
         * @description A time in UTC with milliseconds, such as `2026-01-31T08:15:00.000Z`. Sorting as text sorts by time.
         */
        Instant: string;
        /** @description A new user, with the link of the invitation, which is returned only once. */
        InvitationResponse: {
            id: string;
            name: string;
            email: string | null;
            role: components["schemas"]["Role"];
            signInMethod: components["schemas"]["SignInMethod"];
            createdAt: components["schemas"]["Instant"];
            /** @description When the user last sent a request, exact to a minute; null before the first request. */
            lastSeenAt: components["schemas"]["Instant"] | null;
            /** @description Whether the user can no longer sign in. Past decisions keep the user's name. */
            isDisabled: boolean;
            link: components["schemas"]["SignInLinkResponse"];
        };
        /** @description The issue that an approval would open. */
        IssuePreview: {
            /** @description The repository of the issue as `owner/name`; null while it is unknown. */
            repository: string | null;
            title: string;
            /** @description The text of the issue in GitHub Markdown. */
            body: string;
            labels: string[];
        };
        /**
         * @description The state of an issue on GitHub when Refrain last read it: open, or the reason for which it was closed.
         * @enum {string}
         */
        IssueState: "open" | "completed" | "not_planned" | "duplicate";
        /** @description The re-encryption of all stored data. */
        KeyRotation: {
            /** @description The key that encrypts everything when the rotation is done. */
            keyId: string;
            /** @enum {string} */
            state: "running" | "done";
            /** @description The number of values to re-encrypt when the rotation began. */
            total: number;
            done: number;
            /** @description Values still encrypted with another key: no known key decrypts them, or a running process still uses its old key. */
            unreadable: number;
            requestedBy: string;
            begunAt: components["schemas"]["Instant"];
            endedAt: components["schemas"]["Instant"] | null;
        };
        /** @description The parts of a pattern's `lesson`, each one or more sentences, or null if unknown. */
        LessonParts: {
            /** @description How the system fails, with the number of episodes that state it. */
            mechanism: string | null;
            /** @description One failure of each episode that states the mechanism, or points to the likely one. Absent without a mechanism. */
            mechanismFailureIds?: string[];
            /** @description The name of the mechanism that is only likely. Absent if at least half of the episodes state a mechanism, or none is likely. */
            likelyMechanism?: string;
            /** @description The quotation of a report that states the root cause. */
            cause: string | null;
            trigger: string | null;
            symptom: string | null;
            /** @description One failure of each episode whose title states the symptom. Absent if it is a count of errors, or unknown. */
            symptomFailureIds?: string[];
            resolution: string | null;
            /** @description What the lesson quotes about the cause. Absent if it quotes nothing. */
            causeQuotation?: components["schemas"]["LessonQuotation"];
            /** @description What the lesson quotes about the resolution. Absent if it quotes nothing. */
            resolutionQuotation?: components["schemas"]["LessonQuotation"];
            /** @description The number of episodes that each remedy resolved. Absent if unknown. */
            remedies?: string;
        };
        /** @description The words of a failure's report that a lesson quotes. */
        LessonQuotation: {
            failureId: string;
            /** @description The start of the failure. */
            at: components["schemas"]["Instant"];
            quote: string;
        };
        /** @description The latest fix of a pattern, proposed or made. */
        LibraryFix: {
            improvementId: string;
            state: components["schemas"]["ImprovementState"];
            /** @description The name of the guardrail; null if no guardrail is recommended. */
            name: string | null;
            /** @description The episodes since the fix, compared with those to be expected without it; null before the first measurement. */
            effect: string | null;
        };
        LikelyCause: {
            cause: components["schemas"]["Cause"];
            confidence: number;
            evidence: string[];
        };
        /** @description The pattern to which the query most likely belongs. */
        LikelyPattern: {
            id: string;
            /** @description The name of the pattern, a readable phrase. */
            name: string;
            episodes: number;
            /** @description When the newest failure of the pattern occurred. */
            lastAt: components["schemas"]["Instant"];
            /** @description A blameless summary of the trigger, the cause, the symptoms and the resolution. */
            lesson: string;
            /** @description The number of episodes without the episode of the searched failure, or of the failure that the text describes. */
            otherEpisodes: number;
            remedies: string | null;
            /** @description The probability that the query belongs to the pattern, 0 to 1. */
            confidence: number;
        };
        LikelyTrigger: {
            trigger: components["schemas"]["Trigger"];
            confidence: number;
            evidence: string[];
        };
        /** @enum {string} */
        LinkStatus: "suggested" | "confirmed" | "rejected";
        /** @enum {string} */
        LinkType: "caused_by" | "resolved_by" | "shipped_by" | "same_episode";
        /** @description A check with the outcome of its pull request. */
        ListedCheck: {
            id: string;
            connectionId: string;
            /** @description The repository as `owner/name`. */
            repository: string;
            number: number;
            /** @description The commit that has the check run. */
            headSha: string;
            state: components["schemas"]["PullCheckState"];
            /** @description The pattern of the similar failures; null if they belong to no pattern. */
            patternId: string | null;
            /** @description The similar earlier failures, most relevant first. */
            failureIds: string[];
            /** @description The calibrated probability that the pull request causes a failure, 0 to 1. */
            score: number;
            /** @description The average probability that a change causes a failure, 0 to 1. */
            averageScore: number;
            /** @description The URL of the check run; null before it is written. */
            url: string | null;
            at: components["schemas"]["Instant"];
            outcome: components["schemas"]["CheckedPullRequestOutcome"];
        };
        /** @description A correction and the author who made it last. The author is null if an earlier version of Refrain stored none. */
        ListedCorrection: {
            id: string;
            decision: components["schemas"]["CorrectionDecisionOutput"];
            decidedAt: components["schemas"]["Instant"];
            decidedBy: components["schemas"]["Decider"] | null;
            /** @description The step in which the correction was made with others; null if it was made alone. */
            set: components["schemas"]["CorrectionSet"] | null;
        };
        ListedDigest: {
            scope: components["schemas"]["DigestScope"];
            period: components["schemas"]["DigestPeriod"];
            episodes: number;
            episodesBefore: number;
            /** @description The sum of the known durations of the episodes in the period, each at most 24 hours; null if none is known. */
            impactHours: number | null;
            /** @description The impact hours of the preceding period of the same length. */
            impactHoursBefore: number | null;
            /** @description At most three episodes that account for half of the impact or more, most hours first; empty if no so few do. */
            costliest: components["schemas"]["CostlyEpisode"][];
            /** @description The numbers of fixes whose effect was measured in the period, by the verdict. */
            fixVerdicts: {
                verified: number;
                recurred: number;
            };
            /** @description The time of the newest failure that the digest considers. */
            asOf: components["schemas"]["Instant"];
            id: string;
            title: string;
            createdAt: components["schemas"]["Instant"];
            /** @description The numbers of patterns by how they changed in the period. A pattern that is new, returned or quiet does not count by its trend. */
            changes: {
                new: number;
                returned: number;
                rising: number;
                falling: number;
                quiet: number;
            };
            /** @description The patterns that `changes` counts, with their current names: at most three for each change, those with most impact first. */
            news: {
                patternId: string;
                name: string;
                /** @enum {string} */
                change: "new" | "returned" | "rising" | "falling" | "quiet";
            }[];
            /** @description The number of improvements that changed in the period, without those whose effect was measured. */
            fixes: number;
        };
        ListedFailure: {
            kind: components["schemas"]["FailureKind"];
            /** @description The provider's id, unique per connection and kind, such as `acme/api#deployment/42` or `PD12345`. */
            externalId: string;
            title: string;
            /** @description All known text, with people replaced by roles; may be empty. */
            text: string;
            /** @description Service names as the provider spells them. */
            services: string[];
            /** @description The repository as `owner/name`. */
            repository: string | null;
            environment: string | null;
            /** @description Paths of files that were changed or that the text names, relative to the repository. */
            paths: string[];
            /** @description The commit that was deployed or reverted, or that an incident names. */
            sha: string | null;
            occurredAt: components["schemas"]["Instant"];
            resolvedAt: components["schemas"]["Instant"] | null;
            /** @description The precision of `occurredAt` or `resolvedAt`, whichever is coarser. */
            precision: components["schemas"]["TimePrecision"];
            /** @description Further times of the failure; null if only `occurredAt` and `resolvedAt` are known. */
            timing: components["schemas"]["FailureTiming"] | null;
            /** @description The priority that people assigned, otherwise the provider's severity. */
            severity: string | null;
            urgency: string | null;
            /** @description The number of people who worked on the failure. Their names are not stored. */
            responders: number | null;
            /** @description URLs of web pages about the same failure, such as the workflow run of a deployment or a post-mortem. */
            references: string[];
            url: string | null;
            /** @description When the failure last changed at the provider. An older version never overwrites a newer one. */
            version: components["schemas"]["Instant"];
            /** @description False for a record that only looks like a failure, such as a planned revert or announced maintenance: it is shown but not clustered. */
            isFailure: boolean;
            /** @description The confidence of `isFailure`, 0 to 1; 0.5 for a revert whose messages state no reason. */
            confidence: number;
            /** @description The words of the record that determined `isFailure`. */
            decidingWords?: string[];
            id: string;
            connectionId: string;
            /** @description The episode of the failure; null before the first clustering. */
            episodeId: string | null;
            /** @description The id of the failure that this failure duplicates; null if none. Duplicates are neither counted nor clustered. */
            duplicateOf: string | null;
            /** @description Whether a person decided `isFailure`, either for this failure alone or for all reverts with similar titles. */
            isDecided: boolean;
            patternId: string | null;
            /** @description The name of the failure's pattern; null if the failure is in no pattern. */
            patternName: string | null;
            /** @description Whether the pattern membership is provisional: it is based on similarity until the next clustering decides. */
            isProvisional: boolean;
            /** @description How long the failure lasted; null while it is unresolved, and if its times have no time of day. */
            durationSeconds: number | null;
            /** @description If `services` is empty: the services of the failure's episode as of the newest measurement, such as those that run from its repository. Otherwise empty. */
            episodeServices: string[];
            /** @description The part of the text around the first word of the query that the title lacks; null if the title has all words, and without a query. */
            excerpt: string | null;
        };
        ListedGuardrail: {
            /** @description The id of the guardrail. It never changes, because stored outcomes refer to the id. */
            id: string;
            name: string;
            promise: string;
            /** @description The mechanisms, by id, of the failures that the guardrail prevents. `share` is the assumed share of these failures that the guardrail prevents or makes harmless. */
            prevents: {
                mechanisms: string[];
                share: components["schemas"]["Span"];
            }[];
            /** @description The causes and triggers of the failures that the guardrail addresses. `share` is the assumed share of these failures that the guardrail prevents or makes harmless. */
            answers: {
                causes: ("code_defect" | "configuration" | "capacity" | "dependency" | "infrastructure" | "data" | "expiry_time" | "security_access" | "process")[];
                triggers: ("deployment" | "config_push" | "traffic" | "maintenance" | "dependency_change" | "hardware" | "time")[];
                share: components["schemas"]["Span"];
            }[];
            /** @description The steps to introduce the guardrail. They name no specific tools. */
            steps: string[];
            /** @description A check that fails while the guardrail is missing, and a figure that people should watch. */
            proof: {
                check: string;
                figure: string;
            };
            /** @description The assumed effort for one service or pipeline. */
            effort: {
                size: components["schemas"]["EffortSize"];
                days: components["schemas"]["Span"];
            };
            doesNotCatch: string[];
            sources: components["schemas"]["GuardrailSource"][];
        };
        ListedImprovement: {
            id: string;
            patternId: string;
            state: components["schemas"]["ImprovementState"];
            /** @description When the improvement entered its current state. An undo restores the earlier time with the earlier state. */
            stateSince: components["schemas"]["Instant"];
            /** @description Why the improvement is in its current state, in one sentence. */
            reason: string | null;
            /** @description The repository of the current or future issue, as `owner/name`; null while the repository is unknown. */
            repository: string | null;
            title: string;
            /** @description The text that the approver put at the top of the issue. Its Markdown is shown verbatim. */
            note: string | null;
            /** @description The id of the recommended guardrail; null if no guardrail is recommended. */
            guardrailId: string | null;
            /** @description The people-hours of the pattern's episodes in the policy's last `windowDays` days; null if they are unknown. */
            peopleHours: number | null;
            issueNumber: number | null;
            issueUrl: string | null;
            /** @description The state of the issue; null before the issue is opened. */
            issueState: components["schemas"]["IssueState"] | null;
            /** @description The URL of the previous issue if the failure recurred after the fix of that issue; null otherwise. */
            previousIssueUrl: string | null;
            /** @description The formatted name of the approver; null before the approval. */
            approvedBy: string | null;
            /** @description The approver; null before the approval. */
            approver: components["schemas"]["Decider"] | null;
            /** @description The latest decision, which can be undone; null if the state has changed since, or nobody has decided. */
            lastDecision: components["schemas"]["ImprovementDecision"] | null;
            /** @description When the issue was opened; null before it is opened. */
            openedAt: components["schemas"]["Instant"] | null;
            /** @description The time until which a person snoozed the improvement; null if nobody snoozed it. */
            snoozedUntil: components["schemas"]["Instant"] | null;
            /** @description The latest fix; null while nothing is fixed. */
            fix: components["schemas"]["Fix"] | null;
            /** @description The effect of the fix since its deployment; null before the first measurement. */
            effect: components["schemas"]["Effect"] | null;
            /** @description Earlier fixes, oldest first. */
            pastFixes: components["schemas"]["PastFix"][];
            /** @description Why the latest write to the issue failed and what to do; null if the write succeeded. */
            problem: string | null;
            createdAt: components["schemas"]["Instant"];
            updatedAt: components["schemas"]["Instant"];
            patternName: string;
            /** @description The services of the pattern. */
            services: string[];
            /** @description The number of the pattern's episodes in the period; of all episodes if the request chooses no period. */
            episodes: number;
            /** @description The hours from start to resolution of the incidents of these episodes, each at most 24; null if no duration is known. */
            impactHours: number | null;
            /** @description When the newest failure of the pattern occurred. */
            lastAt: components["schemas"]["Instant"];
            /** @description The name of the recommended guardrail; null if no guardrail is recommended. */
            guardrailName: string | null;
            /** @description The assumed effort of the guardrail for one service or pipeline, in person-days; null without a guardrail. */
            effortDays: components["schemas"]["Span"] | null;
            /** @description The teams that own the pattern's services or else its repositories, as catalogue files say. */
            teams: string[];
        };
        /** @description A mechanism of the library, which a correction can name. */
        ListedMechanism: {
            /** @description The name, such as “Out of memory”. */
            name: string;
            /** @description A clause that says what fails; `…` stands for the component. */
            clause: string;
        };
        /** @description A pattern with the figures that help a reader choose among many. */
        ListedPattern: {
            id: string;
            /** @description The name of the pattern, a readable phrase. */
            name: string;
            /** @description A blameless summary of the trigger, the cause, the symptoms and the resolution. */
            lesson: string;
            /** @description The parts of `lesson`. Absent in patterns of earlier versions. */
            scenario?: components["schemas"]["LessonParts"];
            /** @description The terms that distinguish the pattern from others, strongest first. */
            terms: string[];
            cause: components["schemas"]["Cause"];
            trigger: components["schemas"]["Trigger"];
            /** @description The name of the mechanism that at least half of the episodes state, such as "Out of memory". Absent if they share none. */
            mechanism?: string;
            /** @description The likely causes, best supported first. The confidence of a cause is the highest confidence among the failures, rounded to tenths. Absent in patterns of earlier versions. */
            causes?: components["schemas"]["LikelyCause"][];
            /** @description The likely triggers, in the same form as `causes`. */
            triggers?: components["schemas"]["LikelyTrigger"][];
            services: string[];
            repositories: string[];
            /** @description How similar the failures of the pattern are to each other, 0 to 1. */
            confidence: number;
            /** @description The number of failures by kind. */
            kinds: {
                incident: number;
                failed_deployment: number;
                reverted_change: number;
            };
            /** @description The number of episodes that began in the period of the list. */
            episodes: number;
            /** @description The score by which patterns are ranked; higher is worse. It is computed from the impact hours, the severity and the recency of the failures. */
            harm: number;
            /** @description When the earliest failure of the pattern occurred. */
            firstAt: components["schemas"]["Instant"];
            /** @description When the newest failure of the pattern occurred. */
            lastAt: components["schemas"]["Instant"];
            /** @description A person's latest judgement of the pattern; null if nobody judged it. */
            judgement: components["schemas"]["PatternJudgement"] | null;
            /** @description Whether and how the pattern recurs; null before the first measurement, and if the pattern has too few episodes. */
            recurrence: components["schemas"]["Recurrence"] | null;
            /** @description The trend of the weekly rate of episodes; null while the recorded period is too short. */
            direction: components["schemas"]["TrendDirection"] | null;
            /** @description The probability of at least one more episode within 30 days; null if no forecast is shown. */
            probability30: number | null;
            /** @description The number of episodes in the period of equal length before; null if the recorded history does not contain it. */
            episodesBefore: number | null;
            /** @description The number of episodes that began in each twelfth of the period of the list, oldest first. */
            timeline: number[];
            /** @description The sum of the known durations of the episodes in the period of the list, in hours, each at most 24; null if no duration is known. */
            impactHours: number | null;
            /** @description The number of episodes in the period of the list with a known impact. Episodes without an incident have none. */
            timedEpisodes: number;
            /** @description The highest severity of the episodes in the period of the list; null if none is known. */
            worstSeverity: components["schemas"]["WorstSeverity"] | null;
            /** @description The teams that own the pattern's services or else its repositories, as catalogue files say. */
            teams: string[];
            /** @description The pattern's improvement; null if none was proposed. */
            improvement: {
                id: string;
                state: components["schemas"]["ImprovementState"];
                issueUrl: string | null;
            } | null;
        };
        ListedReport: {
            id: string;
            patternId: string;
            createdAt: components["schemas"]["Instant"];
            episodes: number;
            asOf: components["schemas"]["Instant"];
        };
        ListedRevertTemplate: {
            /** @description The repository as `owner/name`. */
            repository: string;
            template: string;
            /** @description The number of matching reverts; `failures`, `planned`, `unclear` count them by Refrain's own verdict. */
            reverts: number;
            failures: number;
            planned: number;
            unclear: number;
            /** @description The number of reverts that share an episode with an incident or a failed deployment. */
            linked: number;
            /** @description The newest reverts; those that count as failures come first. */
            examples: {
                failureId: string;
                title: string;
                isFailure: boolean;
            }[];
            /** @description The time of the newest revert. Null if no revert matches; then the template is listed only because a person judged it. */
            lastAt: components["schemas"]["Instant"] | null;
            /** @description Whether a person should judge the reverts: some count as failures, but none shares an episode with an incident or a failed deployment. */
            needsDecision: boolean;
            /** @description The correction by which a person judged the reverts; null if nobody did. */
            decision: {
                correctionId: string;
                areFailures: boolean;
                decidedAt: components["schemas"]["Instant"];
            } | null;
        };
        ListedUser: {
            id: string;
            name: string;
            email: string | null;
            role: components["schemas"]["Role"];
            signInMethod: components["schemas"]["SignInMethod"];
            createdAt: components["schemas"]["Instant"];
            /** @description When the user last sent a request, exact to a minute; null before the first request. */
            lastSeenAt: components["schemas"]["Instant"] | null;
            /** @description Whether the user can no longer sign in. Past decisions keep the user's name. */
            isDisabled: boolean;
            /** @description When the newest unused sign-in link of the user expires; null if there is none. */
            linkExpiresAt: components["schemas"]["Instant"] | null;
        };
        Measurement: {
            asOf: components["schemas"]["Instant"];
            /** @description The trends of the organisation and its services; null while the recorded period is too short. */
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
            /** @description The weekly rates of episodes; null while the recorded period is too short. */
            controlChart: components["schemas"]["ControlChart"] | null;
            /** @description The distribution of the durations of episodes. */
            durations: components["schemas"]["DurationSummary"];
            /** @description The DORA metrics of the last 90 days; null while the recorded period is too short. */
            delivery: components["schemas"]["DeliveryMetrics"] | null;
            /** @description The backtest of the forecasts; null while the recorded period is too short. */
            backtest: components["schemas"]["Backtest"] | null;
            /** @description Changes and episodes by location; null while the recorded period is too short. Absent in old measurements. */
            baseline?: components["schemas"]["FailureMapBaseline"] | null;
            /** @description Reverts grouped by the form of their titles, largest group first. Absent in measurements of earlier versions. */
            revertTemplates?: components["schemas"]["RevertTemplate"][];
            /** @description The instructions of report templates, which reports do not quote. Absent in measurements of earlier versions. */
            reportTemplates?: components["schemas"]["ReportTemplate"][];
        };
        /** @description The mechanism by which a system failed, according to its report or a person. */
        MechanismStatement: {
            /** @description The passage that states the mechanism; null if a person chose a mechanism that no sentence states. */
            quote: string | null;
            /** @description The confidence, 0 to 1: the share of similar passages that make this statement according to a human reader. */
            confidence: number;
            /** @description Whether a person chose the passage. The confidence is then 1. */
            isDecided: boolean;
            /** @description The name of a mechanism that `GET /v1/mechanisms` lists. */
            mechanism: string;
        };
        MechanismsResponse: {
            items: components["schemas"]["ListedMechanism"][];
            next: string | null;
            total: number;
        };
        /**
         * @description Why a forecast is not shown.
         * @enum {string}
         */
        MissingForecastReason: "history_too_short" | "no_skill" | "too_few_episodes";
        /** @description A split or merge with the present names of both patterns. */
        NamedLineageEvent: {
            patternId: string;
            relatedPatternId: string;
            /** @enum {string} */
            kind: "split_from" | "merged_into";
            at: components["schemas"]["Instant"];
            patternName: string;
            relatedPatternName: string;
        };
        /** @description A service and the repository that it runs from, as a person entered them. */
        NewCatalogueEntry: {
            service: string;
            repository: components["schemas"]["FullRepositoryName"];
            /** @default null */
            path: string | null;
            /** @default null */
            environment: string | null;
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
        /** @description The new subscription, and the secret that signs deliveries. The secret is shown only once; it is null for Slack. */
        NewSubscriptionResponse: {
            subscription: components["schemas"]["Subscription"];
            secret: string | null;
        };
        NewToken: {
            name: components["schemas"]["VisibleName"];
            /** @default null */
            expiresAt: components["schemas"]["Instant"] | null;
            /** @description The permissions of the token; by default, all permissions of its creator. */
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
            /**
             * Format: email
             * @description Shows who was invited. Refrain sends no e-mail.
             */
            email?: string;
        };
        /** @description The newest report of a pattern. */
        NewestReport: {
            id: string;
            patternId: string;
            createdAt: components["schemas"]["Instant"];
            report: components["schemas"]["PatternReport"];
            /** @description Whether a newer report is about to be written, because the pattern has changed or is about to be clustered again. */
            isPending: boolean;
        };
        /** @description The period that statistics cover, from `from` (inclusive) to `until` (exclusive). */
        ObservedPeriod: {
            from: components["schemas"]["Instant"];
            until: components["schemas"]["Instant"];
        };
        OnboardingResponse: {
            steps: {
                id: components["schemas"]["OnboardingStepId"];
                isDone: boolean;
            }[];
            /** @description Whether an admin has hidden the checklist for everyone. */
            isHidden: boolean;
        };
        /**
         * @description The steps after the installation, in the order in which most people take them.
         * @enum {string}
         */
        OnboardingStepId: "github" | "pagerduty" | "history" | "review" | "routine" | "invite" | "policy";
        OnboardingUpdate: {
            isHidden: boolean;
        };
        /** @description The state of the organisation in a period, compared with the period before, as the overview page shows it. */
        Overview: {
            /** @description The time up to which failures are measured; null before the first measurement. */
            asOf: components["schemas"]["Instant"] | null;
            failures: number;
            patterns: number;
            /** @description Whether data are still being processed. */
            busy: boolean;
            connections: number;
            /** @description The period of the figures, the chart and the map, rounded to hours; null before the first measurement. */
            period: components["schemas"]["ObservedPeriod"] | null;
            figures: components["schemas"]["PeriodFigures"] | null;
            /** @description The period of equal length before; null before the first measurement, and if the recorded history begins later. */
            periodBefore: components["schemas"]["ObservedPeriod"] | null;
            figuresBefore: components["schemas"]["PeriodFigures"] | null;
            /** @description Null without a period before. */
            comparison: components["schemas"]["OverviewComparison"] | null;
            /** @description When the recorded history begins; null before the first measurement. */
            historyFrom: components["schemas"]["Instant"] | null;
            /** @description How the weekly rate of episodes develops over the recorded history; null while the history is too short. */
            historyTrend: components["schemas"]["TrendDirection"] | null;
            /** @description The weekly rates of the period, with the limits of the whole history; null while the history is too short. */
            controlChart: components["schemas"]["ControlChart"] | null;
            /** @description At most five decisions that wait for a person, about patterns with an episode in the period. Those with most impact in the period are first; each episode counts at most 24 hours. */
            tasks: components["schemas"]["OverviewTask"][];
            /** @description Patterns with an episode in the period, by their recent trend; empty if the period ends earlier. A pattern can be in several lists. */
            patternChanges: {
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
                /** @description Patterns whose rate rose significantly, corrected for the number of patterns. */
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
                /** @description Patterns that had stopped and returned in the last 90 days. */
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
            /** @description The patterns and the single episodes that did most harm in the period, at most five each; null before the first measurement. */
            worst: {
                byEpisodes: components["schemas"]["WorstPattern"][];
                /** @description In the order of the hours, of which each episode counts at most 24. Without patterns of unknown duration. */
                byImpact: components["schemas"]["WorstPattern"][];
                /** @description The longest episodes in no pattern, except those of unknown duration. */
                unassigned: components["schemas"]["UnassignedEpisode"][];
            } | null;
            fixes: {
                byState: {
                    [key: string]: number;
                };
                /** @description The five latest improvements with a verdict, newest first. */
                newest: components["schemas"]["FixOutcome"][];
            };
            /** @description The forecast for the next 30 days; null before the first measurement. */
            next30Days: components["schemas"]["OverviewForecast"] | null;
            /** @description The failure map; null before the first measurement. It may be older than the other data: `until` is its date. */
            map: components["schemas"]["OverviewFailureMap"] | null;
            completeness: components["schemas"]["Completeness"];
        };
        /** @description Whether the organisation fails less often than in the period before. */
        OverviewComparison: {
            direction: components["schemas"]["TrendDirection"];
            /**
             * @description The unit of exposure of the rates: that of the control chart, but a week if one of the periods has no changes.
             * @enum {string}
             */
            unit: "100_changes" | "week";
            /** @description The rate of the period divided by the rate of the period before. */
            ratio: {
                value: number | null;
                low: number;
                high: number | null;
            };
            /** @description The ratio as a sentence; null if there is no ratio. */
            explanation: string | null;
        };
        /** @description The failure map of the period, limited to the locations with the most episodes. */
        OverviewFailureMap: {
            from: components["schemas"]["Instant"];
            until: components["schemas"]["Instant"];
            /** @description The number of episodes. An episode that affected several services is in the cells of each service. */
            episodes: number;
            /** @description The twelve locations with the most episodes, most first. */
            services: {
                service: string | null;
                repository: string | null;
                episodes: number;
            }[];
            /** @description The causes of the cells, in the order of the `Cause` enum. */
            causes: components["schemas"]["Cause"][];
            /** @description The cells with episodes at the locations in `services`, sorted by location, then cause. */
            cells: {
                service: string | null;
                repository: string | null;
                cause: components["schemas"]["Cause"];
                episodes: number;
                standsOut: boolean;
            }[];
        };
        OverviewForecast: {
            /** @description The expected number of episodes of all patterns together; null if no pattern has a forecast. */
            expected: number | null;
            /** @description The five patterns that are most likely to recur. */
            patterns: {
                id: string;
                name: string;
                probability: number;
                expected: number;
            }[];
            /** @description Why there is no forecast; null if a forecast is shown. */
            gap: components["schemas"]["MissingForecastReason"] | null;
            /** @description The backtest of 30-day forecasts; null if the history is too short. */
            backtest: {
                brierSkill: number | null;
                skillLow: number | null;
                skillHigh: number | null;
                coverage90: number | null;
            } | null;
        };
        /** @description A decision that is waiting for a person. */
        OverviewTask: {
            /**
             * @description `recurred`: the failure recurred after its fix. `approve`: an improvement waits for approval. `returned` and `rising`: the pattern returned after a quiet time, or its rate rises. `review`: nobody has confirmed or dismissed the pattern, and it has no improvement.
             * @enum {string}
             */
            kind: "recurred" | "approve" | "returned" | "rising" | "review";
            patternId: string;
            /** @description The name of the pattern. */
            name: string;
            /** @description The number of episodes in the period. */
            episodes: number;
            /** @description The sum of the known durations of these episodes in hours, each at most 24; null if no duration is known. */
            impactHours: number | null;
            lastAt: components["schemas"]["Instant"];
            judgement: components["schemas"]["PatternJudgement"] | null;
            improvement: {
                id: string;
                state: components["schemas"]["ImprovementState"];
            } | null;
        };
        /** @enum {string} */
        OwnerFile: "codeowners" | "catalog_info";
        /** @description A fix of a pattern that was followed by a later fix. */
        PastFix: {
            /** @description The URL of the pull request; null if the issue was closed without a pull request. */
            url: string | null;
            /** @description When the pull request was merged, or the issue was closed as completed. */
            mergedAt: components["schemas"]["Instant"];
            /** @description The first production deployment that contains the fix; null while no such deployment is known. */
            deployedAt: components["schemas"]["Instant"] | null;
            guardrailId: string | null;
            /** @description The verdict on the fix; null if the next fix was made before a verdict was reached. */
            verdict: components["schemas"]["EffectVerdict"] | null;
        };
        /** @description A folder whose changes fail more often than those of the rest of its repository. */
        PathHotspot: {
            /** @description The repository as `owner/name`. */
            repository: string;
            /** @description The folder, without leading or trailing slashes. */
            path: string;
            episodes: number;
            hours: components["schemas"]["ImpactHours"];
            episodeIds: string[];
            /** @description The number of changes to the folder. */
            changes: number;
            /** @description The number of episodes that would be expected from the folder's share of the repository's changes. */
            expected: number;
            per100Changes: components["schemas"]["FailureMapRate"];
        };
        /** @description A pattern as of one clustering: a group of episodes in which the same failure recurred. */
        Pattern: {
            id: string;
            /** @description The name of the pattern, a readable phrase. */
            name: string;
            /** @description A blameless summary of the trigger, the cause, the symptoms and the resolution. */
            lesson: string;
            /** @description The parts of `lesson`. Absent in patterns of earlier versions. */
            scenario?: components["schemas"]["LessonParts"];
            /** @description The terms that distinguish the pattern from others, strongest first. */
            terms: string[];
            cause: components["schemas"]["Cause"];
            trigger: components["schemas"]["Trigger"];
            /** @description The name of the mechanism that at least half of the episodes state, such as "Out of memory". Absent if they share none. */
            mechanism?: string;
            /** @description The likely causes, best supported first. The confidence of a cause is the highest confidence among the failures, rounded to tenths. Absent in patterns of earlier versions. */
            causes?: components["schemas"]["LikelyCause"][];
            /** @description The likely triggers, in the same form as `causes`. */
            triggers?: components["schemas"]["LikelyTrigger"][];
            services: string[];
            repositories: string[];
            /** @description How similar the failures of the pattern are to each other, 0 to 1. */
            confidence: number;
            /** @description The number of failures by kind. */
            kinds: {
                incident: number;
                failed_deployment: number;
                reverted_change: number;
            };
            episodes: number;
            /** @description The score by which patterns are ranked; higher is worse. It is computed from the impact hours, the severity and the recency of the failures. */
            harm: number;
            /** @description When the earliest failure of the pattern occurred. */
            firstAt: components["schemas"]["Instant"];
            /** @description When the newest failure of the pattern occurred. */
            lastAt: components["schemas"]["Instant"];
            /** @description A person's latest judgement of the pattern; null or absent if nobody judged it. */
            judgement?: components["schemas"]["PatternJudgement"] | null;
        };
        /** @description For each filter of the pattern list, its values, each with the number of patterns that have the value and match all other filters. Values are sorted by count, highest first; values without patterns are absent. */
        PatternFacets: {
            /** @description A pattern counts once for each kind of failure that it contains. */
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
            /** @description Mechanisms by name. Patterns of several services may have the same mechanism. */
            mechanism: {
                value: string;
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
        /** @description The services, repositories and folders in which the failures of a pattern happened. */
        PatternFailureMap: {
            from: components["schemas"]["Instant"];
            until: components["schemas"]["Instant"];
            /** @description The locations with episodes. Significant locations come first, then those with the most episodes. */
            cells: {
                service: string | null;
                repository: string | null;
                episodes: number;
                hours: components["schemas"]["ImpactHours"];
                episodeIds: string[];
                per100Changes: components["schemas"]["FailureMapRate"] | null;
                per30Days: components["schemas"]["FailureMapRate"] | null;
                per100Episodes: components["schemas"]["FailureMapRate"] | null;
                standsOut: boolean;
            }[];
            /** @description The number of compared locations, including those without episodes. */
            compared: number;
            /** @description Folders, most episodes first. Of nested folders with the same episodes, only the innermost is listed. */
            folders: components["schemas"]["SharedFolder"][];
            /** @description The number of episodes with known file paths. */
            episodesWithPaths: number;
        };
        /** @description The recommended guardrails and the introduced guardrails of a pattern, with the open questions. */
        PatternGuardrails: {
            /** @description Recommendations, best first; empty if no guardrail fits. */
            recommendations: components["schemas"]["Recommendation"][];
            /** @description Guardrails that were introduced for this pattern, with their outcomes. */
            tried: components["schemas"]["GuardrailOutcome"][];
            /** @description Questions whose answers would decide between the guardrails. */
            openQuestions: string[];
        };
        /**
         * @description A person's judgement of a pattern: confirmed, or dismissed as not worth watching.
         * @enum {string}
         */
        PatternJudgement: "confirmed" | "dismissed";
        /** @description The statistics of one pattern. */
        PatternMeasurement: {
            asOf: components["schemas"]["Instant"];
            recurrence: components["schemas"]["Recurrence"] | null;
            /** @description The trend of the pattern; null while the recorded period is too short. */
            trend: components["schemas"]["Trend"] | null;
            /** @description The forecast of the pattern; null while the recorded period is too short. */
            forecast: components["schemas"]["Forecast"] | null;
            cost: components["schemas"]["Cost"];
        };
        /** @description An immutable description of a pattern as of one clustering. */
        PatternReport: {
            pattern: components["schemas"]["Pattern"];
            members: components["schemas"]["ReportMember"][];
            links: components["schemas"]["ReportLink"][];
            /** @description The hours that each episode lasted, by episode id: those of its incidents or, without one, the time until a deployment succeeded. Episodes of unknown duration are absent. */
            episodeHours?: {
                [key: string]: number;
            };
            /** @description The number of all failures, and the number of failures that belong to a pattern. */
            coverage: {
                failures: number;
                inPatterns: number;
            };
            /** @description The time up to which the report considers failures. */
            asOf: components["schemas"]["Instant"];
            /** @description The statistics of the pattern; null before the first measurement, absent in reports of earlier versions. */
            measurement?: components["schemas"]["PatternMeasurement"] | null;
            /** @description The backtest of the forecasts in this organisation; null if there is none. Absent in reports of earlier versions. */
            backtest?: components["schemas"]["Backtest"] | null;
            /** @description Where the failures happened. Absent before the first measurement and in reports of earlier versions. */
            map?: components["schemas"]["PatternFailureMap"];
            /** @description The recommended guardrails with their evidence. Absent in reports of earlier versions. */
            choice?: components["schemas"]["PatternGuardrails"];
            /** @description The pattern's improvement when the report was written. Absent if none existed, and in reports of earlier versions. */
            improvement?: {
                id: string;
                state: components["schemas"]["ImprovementState"];
                title: string;
                guardrailId: string | null;
                repository: string | null;
                issueNumber: number | null;
                issueUrl: string | null;
                fix: components["schemas"]["Fix"] | null;
                updatedAt: components["schemas"]["Instant"];
            };
            /** @description The report as sections of text, tables and charts. Absent in reports of earlier versions. */
            document?: components["schemas"]["ReportDocument"];
        };
        PatternResponse: {
            id: string;
            /** @description The name of the pattern, a readable phrase. */
            name: string;
            /** @description A blameless summary of the trigger, the cause, the symptoms and the resolution. */
            lesson: string;
            /** @description The parts of `lesson`. Absent in patterns of earlier versions. */
            scenario?: components["schemas"]["LessonParts"];
            /** @description The terms that distinguish the pattern from others, strongest first. */
            terms: string[];
            cause: components["schemas"]["Cause"];
            trigger: components["schemas"]["Trigger"];
            /** @description The name of the mechanism that at least half of the episodes state, such as "Out of memory". Absent if they share none. */
            mechanism?: string;
            /** @description The likely causes, best supported first. The confidence of a cause is the highest confidence among the failures, rounded to tenths. Absent in patterns of earlier versions. */
            causes?: components["schemas"]["LikelyCause"][];
            /** @description The likely triggers, in the same form as `causes`. */
            triggers?: components["schemas"]["LikelyTrigger"][];
            services: string[];
            repositories: string[];
            /** @description How similar the failures of the pattern are to each other, 0 to 1. */
            confidence: number;
            /** @description The number of failures by kind. */
            kinds: {
                incident: number;
                failed_deployment: number;
                reverted_change: number;
            };
            episodes: number;
            /** @description The score by which patterns are ranked; higher is worse. It is computed from the impact hours, the severity and the recency of the failures. */
            harm: number;
            /** @description When the earliest failure of the pattern occurred. */
            firstAt: components["schemas"]["Instant"];
            /** @description When the newest failure of the pattern occurred. */
            lastAt: components["schemas"]["Instant"];
            /** @description A person's latest judgement of the pattern; null if nobody judged it. */
            judgement: components["schemas"]["PatternJudgement"] | null;
            /** @description Why the policy proposes no improvement for the pattern; null if an improvement exists, and before the first report. */
            whyNoImprovement: string | null;
            lineage: components["schemas"]["NamedLineageEvent"][];
            /** @description What became of a pattern that no longer exists; null if the pattern exists. */
            retirement: components["schemas"]["PatternRetirement"] | null;
        };
        /** @description States when a clustering stopped to contain a pattern, and which patterns have its failures now. */
        PatternRetirement: {
            at: components["schemas"]["Instant"];
            /** @description The patterns that have the failures of the pattern's newest report now, most failures first. */
            successors: {
                patternId: string;
                name: string;
                /** @description The number of these failures in the successor. */
                failures: number;
            }[];
            /** @description The number of failures of the newest report that are in no pattern now. */
            failuresInNoPattern: number;
        };
        /** @enum {string} */
        PatternSort: "harm" | "episodes" | "impactHours" | "lastAt" | "firstAt" | "name";
        PatternsResponse: {
            items: components["schemas"]["ListedPattern"][];
            next: string | null;
            total: number;
            /** @description The period of the figures, rounded to hours; null before the first measurement. Without a chosen period, the recorded history. */
            period: components["schemas"]["ObservedPeriod"] | null;
        };
        /** @description The figures of one period. */
        PeriodFigures: {
            episodes: number;
            /** @description The number of changes, which could have caused episodes. */
            changes: number;
            /** @description The median duration of the episodes in hours; null if no duration is known. */
            medianHours: number | null;
            /** @description The sum of the durations of the episodes in hours, each at most 24; null if no duration is known. */
            impactHours: number | null;
            /** @description The number of episodes in no pattern. */
            unassigned: number;
            /** @description The sum of the known durations of these episodes in hours, each at most 24. */
            unassignedHours: number;
            /** @description The number of fixes that were verified in the period. */
            fixesVerified: number;
            /** @description The number of fixes after which the failure recurred, by the time of that verdict. */
            fixesRecurred: number;
        };
        /**
         * @description `propose`: a person approves each issue first. `auto`: the policy approves issues within its limits.
         * @enum {string}
         */
        PolicyMode: "propose" | "auto";
        /** @description The current policy, who set it and when. `decidedBy` and `decidedAt` are null while the default policy applies. */
        PolicyResponse: {
            policy: components["schemas"]["ImprovementPolicyOutput"];
            decidedBy: string | null;
            decidedAt: components["schemas"]["Instant"] | null;
        };
        /** @description The pattern of at least half of the similar failures, for a query that belongs to no pattern with certainty. */
        PossiblePattern: {
            id: string;
            /** @description The name of the pattern, a readable phrase. */
            name: string;
            remedies: string | null;
            /** @description The number of similar failures that belong to the pattern. */
            failures: number;
            /** @description The number of all similar failures, at most 10. */
            of: number;
        };
        /** @description The body of every error response: problem details (RFC 9457) with a `code`, and whether a retry can help. */
        ProblemDetails: {
            type: string;
            title: string;
            /** @description The HTTP status code. */
            status: number;
            /** @description One line for a person: what is wrong, then what to do. */
            detail: string;
            code: components["schemas"]["ErrorCode"];
            retryable: boolean;
            /** @description The trace id of the request in the log. */
            traceId?: string;
        };
        /** @description The id of a provider, such as `github`. The types of its records begin with the id (`github.commit`), and the URL of its webhooks contains it. */
        Provider: string;
        /** @description Describes a provider to clients, which render the connection form of the provider from this description. */
        ProviderDescriptor: {
            id: components["schemas"]["Provider"];
            name: string;
            /** @enum {string} */
            kind: "code" | "incidents" | "files";
            /** @description The data that are imported from the provider, as a text for people. */
            summary: string;
            /** @description How the scope of a connection is chosen; null if everything is imported. */
            scope: {
                selects: components["schemas"]["ScopeSelection"];
                example: string;
                excludes: string | null;
                refinements: ("environments" | "workflows" | "incidentLabels" | "postmortemFolders")[];
            } | null;
            /** @description The API roots to choose from, default first; empty for a provider of files. */
            roots: {
                region: string | null;
                url: string;
            }[];
            /** @description How to create a webhook; null if the provider sends none. */
            webhook: {
                /** @enum {string} */
                secretSource: "refrain" | "provider";
                instructions: string;
                urlLabel: string;
            } | null;
            /** @description The writes that Refrain sends to the provider, as a text for people; null if it makes none. */
            writes: string | null;
            /** @description The kinds of credentials, default first; empty for a provider of files. */
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
        /** @description One entry of the audit log of writes to providers. */
        ProviderWrite: {
            why: string;
            by: string;
            action: components["schemas"]["WriteAction"];
            /** @description The target of the write: `acme/api`, `acme/api#12`, or the id of an incident. */
            target: string;
            /** @description The written content, without secrets. */
            content: {
                [key: string]: unknown;
            };
            id: string;
            /** @description The connection to the provider. */
            connectionId: string;
            state: components["schemas"]["WriteState"];
            /** @description The URL of the written object; null if unknown. */
            url: string | null;
            /** @description Why the write failed and what to do; null if it did not fail. */
            problem: string | null;
            isUndoable: boolean;
            /** @description The pattern of the written issue; null for other writes, and for an issue that another one has replaced. */
            pattern: {
                id: string;
                name: string;
            } | null;
            at: components["schemas"]["Instant"];
            /** @description When the provider responded; null before the response. */
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
         * @description The state of a pull request check. `pending`: it is not written yet. `shown`: it is on the pull request. `unhelpful`: a person called it unhelpful, and the pull request gets no further check. `given_up`: the provider rejected it or did not respond; it is not written again.
         * @enum {string}
         */
        PullCheckState: "pending" | "shown" | "unhelpful" | "given_up";
        PullChecksResponse: {
            items: components["schemas"]["ListedCheck"][];
            next: string | null;
            total: number;
        };
        /** @description The rate of the recent window, compared with the rate before it. */
        RateComparison: {
            before: components["schemas"]["TrendRate"];
            recent: components["schemas"]["TrendRate"];
            /** @description The recent rate divided by the earlier rate, with a 95 % interval. `value` and `high` are null if they are unbounded. */
            ratio: {
                value: number | null;
                low: number;
                high: number | null;
            };
            /** @description The p-value of the difference; null if the episodes are too few for any difference to be significant. */
            p: number | null;
        };
        ReadinessResponse: {
            /** @constant */
            ok: true;
        };
        Recommendation: {
            guardrail: components["schemas"]["Guardrail"];
            /** @description The rank of the recommendation; 1 is the best. */
            rank: number;
            /** @description The probability that an engineer who knows the failures would accept the recommendation, 0 to 1. */
            confidence: number;
            why: components["schemas"]["GuardrailEvidence"][];
            against: components["schemas"]["GuardrailEvidence"][];
            /** @description Earlier outcomes of the guardrail in this organisation. */
            tried: components["schemas"]["GuardrailOutcome"][];
            arithmetic: components["schemas"]["RecommendationScoreFactors"];
        };
        /** @description All factors of the ranking score of a recommendation, so that a person can recompute the score. */
        RecommendationScoreFactors: {
            horizonDays: number;
            /** @description The expected number of episodes within the horizon without the guardrail; null without a forecast. */
            expectedEpisodes: components["schemas"]["Estimate"] | null;
            /** @description The confidence that the guardrail prevents failures with the pattern's cause and trigger, 0 to 1. */
            kindMatch: number;
            /** @description The probability that an episode has a mechanism that the guardrail prevents, averaged over the episodes, 0 to 1. */
            mechanisms: number;
            /** @description The combined strength of the signals that support the guardrail, averaged over the episodes, 0 to 1. */
            signals: number;
            /** @description The probability that the guardrail applies, given mechanisms and signals, averaged over the episodes, 0 to 1. */
            fit: number;
            /** @description Assumed share of the episodes to which the guardrail applies that it would prevent. */
            share: components["schemas"]["Span"];
            /** @description The guardrail's outcomes in this organisation, weighted by closeness to the pattern, and the resulting factor. */
            history: {
                held: number;
                cameBack: number;
                factor: number;
            };
            /** @description The expected number of avoided episodes: `expectedEpisodes` × `fit` × `share` × `history.factor`. */
            avoidedEpisodes: components["schemas"]["Span"] | null;
            /** @description People-hours per episode; null if they are unknown. */
            costHours: components["schemas"]["Span"] | null;
            effortDays: components["schemas"]["Span"];
            /** @description People-hours saved per day of effort: `avoidedEpisodes` × `costHours` ÷ `effortDays`. Null if a factor is null. */
            hoursSavedPerDay: components["schemas"]["Span"] | null;
            /** @description The ranking score: as `hoursSavedPerDay`, but computed from mean values and without unknown factors. */
            value: number;
            /** @description The computation of `value`, as a sentence. */
            explanation: string;
        };
        /** @description Describes what an import of records would store. */
        RecordCheckResponse: {
            /** @description The number of records that can be read. */
            records: number;
            /** @description The number of these records that are new. */
            fresh: number;
            /** @description The number of these records that replace a stored record with the same id and other content. */
            changed: number;
            existing: components["schemas"]["ExistingRecords"];
        };
        /**
         * @description How a record of an import compares with the stored data. A `changed` record replaces one with the same id, and an `unchanged` one is stored already. An `existing` record is a failure that another connection has delivered, and is skipped.
         * @enum {string}
         */
        RecordState: "new" | "changed" | "unchanged" | "existing";
        /**
         * @description How a pattern recurs. `new`: it became a pattern in the last 30 days. `returned`: it had stopped and came back in the last 90 days. `quiet`: at its rate, it would probably have had another episode by now. `recurring`: none of these.
         * @enum {string}
         */
        Recurrence: "new" | "recurring" | "returned" | "quiet";
        /** @description Another service that is related to a service. At least one of the three statements is present. */
        RelatedService: {
            name: string;
            /** @description Whether the service depends on the other service according to a catalogue file. */
            isDependency: boolean;
            /** @description Whether the other service depends on the service according to a catalogue file. */
            isDependent: boolean;
            /** @description The number of episodes in the period in which both services failed. */
            sharedEpisodes: number;
        };
        /** @description Selects the dead letters to replay: those that match all given fields, or all dead letters if no field is given. */
        ReplayDeadLettersRequest: {
            kind?: components["schemas"]["DeadLetterKind"];
            queue?: string;
            connectionId?: string;
        };
        /**
         * @description Whether a replay is likely to succeed: now (`likely`), once the cause is fixed (`after_fix`) or never (`none`).
         * @enum {string}
         */
        ReplayLikelihood: "likely" | "after_fix" | "none";
        /** @description The number of records that are parsed again, and the number of records whose payload expired. */
        ReplayResponse: {
            records: number;
            expired: number;
        };
        /** @description A part of a pattern's status in a few words, such as "Returned" or "SEV-1". */
        ReportBadge: {
            /** @enum {string} */
            kind: "recurrence" | "trend" | "severity" | "judgement";
            text: string;
        };
        /** @description A cell of a table: a text, or the title of the source `ref`, which renderers link to the source. */
        ReportCell: string | {
            text: string;
            ref: string;
        };
        ReportChangesResponse: {
            items: components["schemas"]["ReportDifference"][];
        };
        /** @description A chart in a report. All values are at least 0. */
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
        /** @description One difference between two reports of a pattern. `text` states it in one sentence. */
        ReportDifference: {
            /** @enum {string} */
            what: "episodes" | "name" | "lesson" | "cause" | "trigger" | "recurrence" | "direction" | "forecast" | "recommendation";
            text: string;
        };
        /** @description The content of a report or digest, from which Markdown, HTML and the web page are rendered. */
        ReportDocument: {
            title: string;
            badges: components["schemas"]["ReportBadge"][];
            /** @description The most important statement: the key facts of a pattern, or the totals of a digest. */
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
            /** @description When the linked change or failure occurred. Absent in reports of earlier versions. */
            targetAt?: components["schemas"]["Instant"];
            score: number;
            /**
             * @description True if a person confirmed the link, otherwise absent.
             * @constant
             */
            isConfirmed?: true;
            evidence: components["schemas"]["Evidence"][];
        };
        /** @description A failure of a pattern as a report shows it. */
        ReportMember: {
            failureId: string;
            episodeId: string;
            kind: components["schemas"]["FailureKind"];
            title: string;
            /** @description The lines of the failure's text that are most relevant to the pattern, with people replaced by roles. */
            excerpt: string;
            services: string[];
            repository: string | null;
            occurredAt: components["schemas"]["Instant"];
            resolvedAt: components["schemas"]["Instant"] | null;
            /** @description The precision of `occurredAt` and `resolvedAt`; absent if both are exact. */
            precision?: components["schemas"]["TimePrecision"];
            url: string | null;
            /** @description The priority that people assigned, otherwise the provider's severity. Absent if unknown. */
            severity?: string;
            confidence: number;
            /** @description Why the failure belongs to the pattern. */
            evidence: components["schemas"]["Evidence"][];
            /** @description Whether a change triggered the incident, and how the incident was resolved. Absent if the failure is no incident, and in old reports. */
            answer?: {
                verdict: components["schemas"]["ChangeVerdict"];
                confidence: number;
                isDecided: boolean;
                resolvedBy: components["schemas"]["IncidentResolution"];
            };
            /** @description The passage of the failure's text that states the root cause. Absent without such a passage. */
            statedRootCause?: components["schemas"]["StatedPassage"];
            /** @description The passage of the failure's text that states the resolution. Absent without such a passage. */
            statedResolution?: components["schemas"]["StatedPassage"];
            /** @description The mechanism that the failure's text clearly states, with the sentence that states it. Absent without such a sentence. */
            statedMechanism?: {
                mechanism: string;
                quote: string | null;
            };
            /** @description The sentence that says best what users suffered. Absent if no sentence says it clearly. */
            statedImpact?: string;
            /** @description An action from the report's list of actions that should prevent the failure. Absent if the report lists none. */
            plannedAction?: string;
            /** @description How long the incident lasted according to its text. Absent if the text does not say. */
            statedDuration?: components["schemas"]["StatedDuration"];
        };
        ReportSection: {
            /** @description The id of the section. It is the same in all reports, so that links and comparisons can use it. */
            id: string;
            title: string;
            statements: components["schemas"]["Statement"][];
            table: components["schemas"]["ReportTable"] | null;
            chart: components["schemas"]["ReportChart"] | null;
            /** @description True for statistics and background, which renderers fold until a reader opens them. */
            isDetail: boolean;
        };
        /** @description A source of a report's statements, which a reader can open. */
        ReportSource: {
            /** @description The source's label, unique per report: `E3` an episode, `C2` a change, `P1` a pattern, `R1` further reading. */
            ref: string;
            /** @enum {string} */
            kind: "episode" | "change" | "pattern" | "improvement" | "reading";
            id: string;
            at: components["schemas"]["Instant"] | null;
            title: string;
            url: string | null;
        };
        ReportTable: {
            columns: string[];
            rows: components["schemas"]["ReportCell"][][];
        };
        /** @description Lines that the incident reports of a connection repeat because they come from a template, such as instructions. */
        ReportTemplate: {
            connectionId: string;
            lines: string[];
        };
        /** @description The reports of a pattern, newest first. */
        ReportsResponse: {
            items: components["schemas"]["ListedReport"][];
            next: string | null;
            total: number;
        };
        /** @description How a failure was resolved. At least one of the two fields is not null. */
        Resolution: {
            /** @description The passage that states the resolution; null if the text has none. */
            stated: components["schemas"]["StatedPassage"] | null;
            /** @description The change that resolved the failure; null if none is known or the failure is itself a reverted change. */
            change: components["schemas"]["ResolvingChange"] | null;
        };
        /**
         * @description How certain it is that a change resolved a failure. `nearly_certain` is an estimated probability of at least 0.9.
         * @enum {string}
         */
        ResolutionCertainty: "confirmed" | "nearly_certain" | "possible";
        /**
         * @description How a failure was resolved. `retried`: the same deployment succeeded later. `self_resolved`: no resolving change is known.
         * @enum {string}
         */
        ResolutionKind: "reverted" | "fixed_forward" | "retried" | "self_resolved";
        /** @description A change that is linked as the resolution of a failure. */
        ResolvingChange: {
            kind: components["schemas"]["ChangeKind"];
            title: string;
            url: string | null;
            certainty: components["schemas"]["ResolutionCertainty"];
            /** @description The strongest evidence for the link; null if a person confirmed it. */
            reason: string | null;
        };
        /** @description Reverts of one repository whose titles match one template, for a person to judge together. */
        RevertTemplate: {
            /** @description The repository as `owner/name`. */
            repository: string;
            template: string;
            /** @description The number of matching reverts; `failures`, `planned`, `unclear` count them by Refrain's own verdict. */
            reverts: number;
            failures: number;
            planned: number;
            unclear: number;
            /** @description The number of reverts that share an episode with an incident or a failed deployment. */
            linked: number;
            /** @description The newest reverts; those that count as failures come first. */
            examples: {
                failureId: string;
                title: string;
                isFailure: boolean;
            }[];
            /** @description The time of the newest revert. Null if no revert matches; then the template is listed only because a person judged it. */
            lastAt: components["schemas"]["Instant"] | null;
        };
        /** @description The title templates as of the latest clustering, most frequent first, with people's latest decisions. */
        RevertTemplatesResponse: {
            items: components["schemas"]["ListedRevertTemplate"][];
        };
        /**
         * @description The roles of users, lowest first. Each role has all permissions of the lower roles.
         * @enum {string}
         */
        Role: "viewer" | "triager" | "admin";
        /** @description A token's role for the whole API (`viewer`) or the routes with one tag (`search:viewer`, `connections:admin`). */
        Scope: string;
        /** @description The names of all services and repositories with failures or catalogue entries, sorted. */
        ScopeNamesResponse: {
            services: string[];
            /** @description Repositories as `owner/name`. */
            repositories: string[];
        };
        /**
         * @description Whether the scope of a connection selects repositories or services.
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
            /** @description The failure's similarity to the query, 0 to 1. On average, a failure and its nearest neighbour have a similarity of 0.5. */
            score: number;
            /** @description Whether the query repeats this failure: except for numbers, dates and ids, both have the same words. */
            isRepeat: boolean;
            /** @description Whether the query is a failure with the same title, or a text whose first line is this title, except for case, punctuation, numbers, dates and ids. */
            hasSameTitle: boolean;
            /** @description Whether the failure shares only a common word or the name of a service with a text that says more. */
            isWeak: boolean;
            pattern: {
                id: string;
                name: string;
                remedies: string | null;
            } | null;
            /** @description How the failure was resolved. Null if no text states it and no linked change is confirmed or nearly certain. */
            resolution: components["schemas"]["Resolution"] | null;
            /** @description The sentence or line of the failure's text that says most about the query; null if it says no more than the title. */
            excerpt: string | null;
            /** @description What the failure has in common with the query. */
            shared: {
                /** @description Whether the failure has a line of the query, except for numbers, dates and ids. */
                hasLine: boolean;
                /** @description At most six words of the query that the failure contains, those that tell most first. */
                words: string[];
                /** @description The services of the failure that the query names, in lower case. */
                services: string[];
            };
            /** @description Why the failure is similar to the query. The weights add up to `score`, except for rounding. */
            evidence: components["schemas"]["Evidence"][];
        };
        /** @description A query for similar failures: a text, a stored failure, or the URL of a web page at a provider. */
        SearchQuery: {
            text?: string;
            failureId?: string;
            url?: string;
            /**
             * @description The maximum number of matches in the response.
             * @default 10
             */
            limit: number;
            /** @description Searches only failures of this service; the letter case does not matter. */
            service?: string;
            /** @description Searches only failures in this environment; the letter case does not matter. */
            environment?: string;
        };
        SearchResponse: {
            /** @description How the query was interpreted. For a text, `id` and `title` are null. */
            query: {
                /** @enum {string} */
                kind: "text" | "failure" | "change";
                id: string | null;
                title: string | null;
            };
            /** @description The words of a typed text that no failure contains, each with the word that was searched instead. Empty for a failure, a web page and a long text. */
            corrections: {
                typed: string;
                understood: string;
            }[];
            verdict: {
                seenBefore: boolean;
                /** @description The confidence of the verdict, 0 to 1. If `seenBefore` is true: 1 if the query repeats a failure, otherwise the confidence of the pattern, or without a pattern the score of the best match. If `seenBefore` is false: 1 minus the larger of the last two values, multiplied by the share of failures that were searched; 0 for an unspecific text. */
                confidence: number;
            };
            /** @description The stored failure that a text describes itself: the text has its title or was copied from its text, and the failure began within the last day or is an open incident. Null if there is none. The other fields do not count this failure or others of its episode. */
            recorded: {
                id: string;
                kind: components["schemas"]["FailureKind"];
                title: string;
                occurredAt: components["schemas"]["Instant"];
                resolvedAt: components["schemas"]["Instant"] | null;
                precision: components["schemas"]["TimePrecision"];
            } | null;
            /** @description How many failures the query repeats, at most 100, and when the newest of them occurred. Null if it repeats none, or if these failures are in different patterns, because then their words are too general. */
            repeats: {
                failures: number;
                failureId: string;
                lastAt: components["schemas"]["Instant"];
                precision: components["schemas"]["TimePrecision"];
            } | null;
            /** @description Set if the text does not say what failed: it only names a service, or failures of different patterns have this title. Then there is no verdict. Null for all other queries. */
            unspecific: {
                /** @description The number of failures with this title. */
                sameTitle: number;
                /** @description The number of other failures whose titles name the same service; 0 if the text is a title. */
                sameService: number;
            } | null;
            /** @description The pattern of the repeated failure, or else the most likely pattern; null if that failure is in no pattern. */
            pattern: components["schemas"]["LikelyPattern"] | null;
            /** @description Null if `pattern` or `repeats` is set, if the text is unspecific, or if the similar failures have no pattern in common. */
            possiblePattern: components["schemas"]["PossiblePattern"] | null;
            /** @description How the most relevant earlier failure was resolved: a repeated failure, or else one of a service that the query names, the newest one of the pattern, or the most similar one. Only resolutions that a text states, or that are confirmed or nearly certain. Null if none is known. */
            resolution: components["schemas"]["EarlierResolution"] | null;
            /** @description Similar failures: first those with the same title or words, newest first, then the others, most similar first. */
            matches: components["schemas"]["SearchMatch"][];
            /** @description The number of failures that were searched. */
            searched: number;
            /** @description The number of all failures. */
            failures: number;
            /** @description Whether the index contains all failures. False while the index is being built. */
            complete: boolean;
            /** @description Whether the meaning of a text was compared too, and how many failures have the sentence vectors for that. Null if there is no sentence model, or if the query is not a text. */
            meaning: {
                isCompared: boolean;
                failuresWithVectors: number;
            } | null;
        };
        /**
         * @description A recurring time, such as the end of the month, at which significantly more episodes of a pattern begin.
         * @enum {string}
         */
        Season: "month_end" | "year_turn" | "weekend" | "same_hour";
        /** @description The security settings of the installation, for its operator. */
        SecurityResponse: {
            /** @description The URL at which people and webhooks reach the installation. */
            publicUrl: string;
            /** @description Whether a trusted proxy is configured, whose `X-Forwarded-For` states the addresses of clients. */
            trustsProxies: boolean;
            /** @description The identity providers by which people sign in. */
            signInBy: string[];
            /** @description Whether people can also sign in by links, which bypass a provider's second factor. */
            allowsSignInLinks: boolean;
            /** @description The number of users who may sign in. */
            people: number;
            /** @description The number of admins who may sign in. */
            admins: number;
            /** @description The names of tokens that do not expire. */
            lastingTokens: string[];
        };
        /** @description A pattern with its episodes at one service. */
        ServicePattern: {
            id: string;
            /** @description The name of the pattern, a readable phrase. */
            name: string;
            cause: components["schemas"]["Cause"];
            /** @description The number of the pattern's episodes in the service in the period. */
            episodes: number;
            /** @description The sum of the known durations of these episodes in hours, each at most 24; null if no duration is known. */
            impactHours: number | null;
            /** @description When the latest episode of the pattern in the service began. */
            lastAt: components["schemas"]["Instant"];
            recurrence: components["schemas"]["Recurrence"] | null;
            direction: components["schemas"]["TrendDirection"] | null;
            improvement: {
                id: string;
                state: components["schemas"]["ImprovementState"];
            } | null;
        };
        /** @description A service with its recurring failures, owners, related services and delivery figures. */
        ServiceProfile: {
            name: string;
            /** @enum {string} */
            kind: "service" | "repository";
            /** @description The period of the figures, rounded to hours. */
            period: components["schemas"]["ObservedPeriod"];
            /** @description The number of episodes that began in the period. */
            episodes: number;
            /** @description The sum of the known durations of these episodes in hours, each at most 24; null if no duration is known. */
            impactHours: number | null;
            /** @description The number of episodes in the period of equal length before; null if the recorded history does not contain it. */
            episodesBefore: number | null;
            /** @description How the rate of episodes changed since the period before, by the test of the overview; null without a period before. */
            direction: components["schemas"]["TrendDirection"] | null;
            /** @description The number of episodes in each twelfth of the period, oldest first. */
            timeline: number[];
            lastAt: components["schemas"]["Instant"] | null;
            /** @description The patterns of the service, those with most impact in the period first, at most 24 hours of each episode; at most 50 patterns. */
            patterns: components["schemas"]["ServicePattern"][];
            /** @description The number of patterns with an episode in the period, without dismissed patterns. */
            totalPatterns: number;
            /** @description Episodes of the period by cause, most first. */
            causes: {
                cause: components["schemas"]["Cause"];
                episodes: number;
            }[];
            /** @description The owner teams, sorted by name. */
            teams: string[];
            /** @description The kinds of files that name the teams; empty if a provider names them, or if no team is known. */
            teamFiles: components["schemas"]["OwnerFile"][];
            /** @description The provider that names the teams; null if files in repositories name them, or if no team is known. */
            teamProvider: components["schemas"]["Provider"] | null;
            /** @description The repositories or folders that contain the code of the service. */
            repositories: {
                repository: string;
                path: string | null;
                isConfirmed: boolean;
            }[];
            /** @description The services that run from the repository; empty for a service. */
            services: string[];
            /** @description Services that fail in the same episodes, or on which the service depends; at most 12. */
            related: components["schemas"]["RelatedService"][];
            /** @description The DORA metrics of the repositories with deployments in the last 90 days. */
            delivery: {
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
        /** @enum {string} */
        ServiceSort: "episodes" | "impactHours" | "patterns" | "lastAt" | "deployments" | "name";
        /** @description A service, or a repository with failures whose service is unknown. */
        ServiceSummary: {
            /** @description The name of the service, or of the repository as `owner/name`. */
            name: string;
            /** @enum {string} */
            kind: "service" | "repository";
            /** @description The number of patterns with an episode in the period, without dismissed patterns. */
            patterns: number;
            /** @description The number of episodes that began in the period. */
            episodes: number;
            /** @description The number of episodes in the period of equal length before; null if the recorded history does not contain it. */
            episodesBefore: number | null;
            /** @description The sum of the known durations of these episodes in hours, each at most 24; null if no duration is known. */
            impactHours: number | null;
            /** @description The number of episodes in each twelfth of the period, oldest first. */
            timeline: number[];
            /** @description When the latest episode began, in the period or before. */
            lastAt: components["schemas"]["Instant"];
            /** @description The owner teams according to CODEOWNERS and catalogue files, or else to PagerDuty; sorted by name. */
            teams: string[];
            /** @description The number of production deployments in the last 90 days; null if none is known. */
            deployments: number | null;
        };
        ServicesResponse: {
            items: components["schemas"]["ServiceSummary"][];
            next: string | null;
            total: number;
            /** @description The period of the figures, rounded to hours; null before the first measurement. */
            period: components["schemas"]["ObservedPeriod"] | null;
            /** @description How many of the services that match the filters have no episode in the period. They are only listed without `minEpisodes`. */
            idle: number;
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
        SessionStartMethod: "link" | "provider";
        /** @description Sessions, most recently used first. */
        SessionsResponse: {
            items: components["schemas"]["BrowserSession"][];
            next: string | null;
            total: number;
        };
        /** @description A folder that several episodes of a pattern have in common. */
        SharedFolder: {
            /** @description The repository as `owner/name`. */
            repository: string;
            path: string;
            /** @description The ids of the episodes, sorted by time. */
            episodeIds: string[];
        };
        /** @description A link that signs a browser in once. */
        SignInLinkResponse: {
            url: string;
            /** @description When the link stops working. */
            expiresAt: components["schemas"]["Instant"];
        };
        /**
         * @description How a user signs in: by a link from an admin, through the organisation's OpenID Connect provider, or with GitHub.
         * @enum {string}
         */
        SignInMethod: "link" | "oidc" | "github";
        /** @description The identity providers by which people sign in, each with the page that starts its sign-in. */
        SignInMethodsResponse: {
            /** @description Whether people can also sign in by links that an admin creates. */
            allowsLinks: boolean;
            items: {
                /** @enum {string} */
                way: "oidc" | "github";
                name: string;
                url: string;
            }[];
        };
        /** @description The likely range of a value, in the unit that the name of the field states. */
        Span: {
            low: number;
            high: number;
        };
        /** @description How long a failure lasted according to its text. */
        StatedDuration: {
            /** @description The words of the text, such as “2h 15m” or “from 10:02 to 11:40 UTC”. Their units show how exact the duration is. */
            quote: string;
            hours: number;
        };
        /** @description A passage of a failure's text that states its root cause or its resolution. */
        StatedPassage: {
            /** @description The passage, at most 3 sentences and 58 words, verbatim except for white space and markup of lists and tables. */
            quote: string;
            /** @description The confidence, 0 to 1. It is the share of similar passages that a human reader chose as the statement too. */
            confidence: number;
        };
        /** @description A paragraph with its sources. May contain external text, so renderers must escape the text. */
        Statement: {
            /** @description A short heading of the paragraph, such as the name of a recommended guardrail. */
            label?: string;
            text: string;
            /**
             * @description True if the paragraph quotes its sources, otherwise absent.
             * @constant
             */
            isQuotation?: true;
            /** @description The `ref` of each source. */
            refs: string[];
            /** @description How the stated figure is computed; null if the sources contain the statement. */
            method: string | null;
        };
        /**
         * @description The statements of a failure that a person can correct. A correction of the kind `cause` decides the trigger.
         * @enum {string}
         */
        StatementKind: "component" | "symptom" | "mechanism" | "root_cause" | "resolution";
        StatusResponse: {
            failures: number;
            changes: number;
            patterns: number;
            /** @description The number of failures that belong to no pattern. `of` counts all failures except duplicates and dismissed ones. */
            unassigned: {
                failures: number;
                of: number;
            };
            /** @description The number of stored records that are waiting to be parsed. */
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
            /** @description Whether data are still being processed. */
            busy: boolean;
            /** @description Whether the first import or backfill is being analysed: patterns may change a lot until its patterns and proposals are published. False for every later import. */
            isFirstAnalysis: boolean;
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
        /** @description The progress of one stream of a backfill, such as `pulls:acme/api` or `incidents`. */
        StreamProgress: {
            stream: string;
            /** @enum {string} */
            state: "waiting" | "running" | "done" | "failed";
            /** @description The number of records ingested so far. */
            records: number;
            /** @description The estimated number of records of the stream; null if the provider's responses contain no basis for an estimate. */
            expected: number | null;
            /** @description Why the stream failed and what to do; null if it did not fail. */
            problem: string | null;
        };
        /** @description A webhook or Slack channel that receives events. The full URL and the secret are shown only once. */
        Subscription: {
            id: string;
            /**
             * @description `webhook`: signed requests as in Standard Webhooks. `slack`: messages to a Slack-compatible incoming webhook.
             * @enum {string}
             */
            kind: "webhook" | "slack";
            /** @description The part of the receiver's URL that is not secret. */
            address: string;
            events: components["schemas"]["EventType"][];
            /** @description The part of the organisation whose patterns and digests are delivered: all of it, a service or a team. */
            scope: components["schemas"]["DigestScope"];
            /** @description Whether weekly or monthly digests are delivered; null for both. */
            period: ("week" | "month") | null;
            /**
             * @description `off` after days of failed deliveries. A successful test message switches the subscription on again.
             * @enum {string}
             */
            state: "on" | "off";
            /** @description Why the subscription is off; null while it is on. */
            reason: string | null;
            lastDeliveredAt: components["schemas"]["Instant"] | null;
            /** @description Why the latest delivery failed; null if it succeeded. */
            lastProblem: string | null;
            lastProblemAt: components["schemas"]["Instant"] | null;
            /** @description The number of events that are waiting to be delivered. */
            pending: number;
            /** @description The number of events of the last 30 days that Refrain no longer tries to deliver, because deliveries failed. */
            givenUp: number;
            createdAt: components["schemas"]["Instant"];
        };
        /** @description The result of a test message. If the message was not delivered, `problem` says why. */
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
         * @description The precision of a time, finest first. A time of precision `minute`, `day` or `month` is the start of that period (UTC).
         * @enum {string}
         */
        TimePrecision: "instant" | "minute" | "day" | "month";
        /** @description A form of titles (`Drain * for maintenance`): `*` matches exactly one word, other words match in any letter case. */
        TitleTemplate: string;
        /** @description Tokens, oldest first, including expired ones. */
        TokensResponse: {
            items: components["schemas"]["ApiToken"][];
            next: string | null;
            total: number;
        };
        /** @description The rate of episodes and its trend. */
        Trend: {
            scope: components["schemas"]["TrendScope"];
            /** @description The id of the pattern, or the name of the service; empty for the organisation. */
            id: string;
            /** @description The start of the period in which episodes could occur. For a new service, this is its first change. */
            observedFrom: components["schemas"]["Instant"];
            until: components["schemas"]["Instant"];
            /** @description The start of the recent window; null if the observed period is too short for a recent window. */
            recentFrom: components["schemas"]["Instant"] | null;
            weeks: components["schemas"]["TrendWeek"][];
            perWeek: components["schemas"]["TrendMeasure"];
            /** @description The trend per 100 changes; null if the number of changes is unknown. */
            per100Changes: components["schemas"]["TrendMeasure"] | null;
            /** @description The change points of the weekly rate, earliest first; empty if no change is significant. */
            changePoints: components["schemas"]["ChangePoint"][];
            /** @description The variance of the counts divided by their mean, at least 1. A higher value means that episodes come in bursts. */
            dispersion: number;
        };
        /**
         * @description The direction of a rate. `steady`: a change by half or more is ruled out. `no_clear_change`: the rate may be constant or not. `too_few`: with so few episodes, no change could be significant.
         * @enum {string}
         */
        TrendDirection: "rising" | "falling" | "steady" | "no_clear_change" | "too_few";
        TrendMeasure: {
            /** @description The rate over the whole observed period. */
            overall: components["schemas"]["TrendRate"];
            /** @description The recent rate compared with the earlier one; null if the observed period is too short for two windows. */
            comparison: components["schemas"]["RateComparison"] | null;
            /** @description The test of whether the rate is constant. For weekly rates, it also tests for change points. Null if no result could be significant. */
            test: components["schemas"]["TrendSignificanceTest"] | null;
            direction: components["schemas"]["TrendDirection"];
        };
        /** @description Episodes per unit of exposure, with a 95 % interval. */
        TrendRate: {
            episodes: number;
            /** @description The exposure: the number of weeks or of hundreds of changes. */
            exposure: number;
            value: number;
            low: number;
            high: number;
        };
        /** @enum {string} */
        TrendScope: "pattern" | "service" | "organisation";
        /** @description The result of a statistical test of whether a rate is constant. */
        TrendSignificanceTest: {
            /** @description The p-value of the test. */
            p: number;
            /** @description The p-value, adjusted for all simultaneous tests by Benjamini and Hochberg. */
            q: number;
        };
        TrendWeek: {
            /** @description The ISO 8601 week in UTC, such as `2026-W03`. */
            week: string;
            /** @description The number of observed days in the week; fewer than 7 at either end of the period. */
            days: number;
            episodes: number;
            /** @description The number of changes; null if it is unknown. */
            changes: number | null;
        };
        /**
         * @description The event that started a failure: for example, a deployment. The defect in the deployed code would be the cause.
         * @enum {string}
         */
        Trigger: "deployment" | "config_push" | "traffic" | "maintenance" | "dependency_change" | "hardware" | "time" | "unknown";
        /** @description The event that started a failure, according to its report or a person. */
        TriggerStatement: {
            /** @description The passage that states the trigger; null if a person chose a trigger that no sentence states. */
            quote: string | null;
            /** @description The confidence, 0 to 1: the share of similar passages that make this statement according to a human reader. */
            confidence: number;
            /** @description Whether a person chose the passage. The confidence is then 1. */
            isDecided: boolean;
            /** @enum {string} */
            trigger: "deployment" | "config_push" | "traffic" | "maintenance" | "dependency_change" | "hardware" | "time";
        };
        /** @description An episode in no pattern, named by its first incident, or else by its first failure. */
        UnassignedEpisode: {
            /** @description The id of the failure that names the episode. */
            failureId: string;
            /** @description The title of that failure. */
            title: string;
            services: string[];
            repositories: string[];
            startedAt: components["schemas"]["Instant"];
            /** @description The duration of the episode in hours, at most 24. */
            hours: number;
        };
        /** @description Records that could not be parsed, newest first. */
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
        /** @description A user who may sign in. Users never appear in the analysis. */
        User: {
            id: string;
            name: string;
            email: string | null;
            role: components["schemas"]["Role"];
            signInMethod: components["schemas"]["SignInMethod"];
            createdAt: components["schemas"]["Instant"];
            /** @description When the user last sent a request, exact to a minute; null before the first request. */
            lastSeenAt: components["schemas"]["Instant"] | null;
            /** @description Whether the user can no longer sign in. Past decisions keep the user's name. */
            isDisabled: boolean;
        };
        /** @description The changes to make to a user. Absent fields stay unchanged. */
        UserUpdate: {
            name?: components["schemas"]["VisibleName"];
            role?: components["schemas"]["Role"];
            isDisabled?: boolean;
        };
        /** @description Users, oldest first. */
        UsersResponse: {
            items: components["schemas"]["ListedUser"][];
            next: string | null;
            total: number;
        };
        VisibleName: string;
        /** @description The URL to which the provider sends events, and the secret that signs them (null if only the provider has it). */
        WebhookResponse: {
            url: string;
            secret: string | null;
        };
        /** @description The state of a webhook. `none`: no webhook was requested. `refused`: the credential may not create it, or the provider cannot reach the URL. `silent`: the webhook exists but its ping has not arrived. `active`: events arrive. `disabled`: switched off. */
        WebhookState: {
            /** @enum {string} */
            state: "none" | "silent" | "active" | "disabled" | "refused";
            /** @description What is wrong with the webhook and what to do; null if nothing is wrong. */
            problem: string | null;
            /** @description When Refrain last requested the webhook's state from the provider. */
            checkedAt: components["schemas"]["Instant"] | null;
            /** @description When the latest delivery with a valid signature arrived. */
            deliveredAt: components["schemas"]["Instant"] | null;
            /** @description Whether a person requested a new secret that the provider does not use yet. */
            isSecretDue?: boolean;
        };
        /** @description The replacement of the text from `start` to `end`, in UTF-16 units. */
        WordingEdit: {
            start: number;
            end: number;
            text: string;
        };
        WordingFinding: {
            /** @description The start of the blaming words in the checked text, in UTF-16 units. */
            start: number;
            /** @description The end of the blaming words in the checked text, exclusive, in UTF-16 units. */
            end: number;
            /** @description The blaming words, verbatim. */
            words: string;
            kind: components["schemas"]["WordingKind"];
            /** @description Why the wording is a problem, in one sentence. */
            reason: string;
            /** @description The sentence, reworded so that the system is its subject. A question if no safe rewording exists. */
            suggestion: string;
            /** @description The edit that applies the suggestion; null if the suggestion is a question. Edits of one text do not overlap. */
            edit: components["schemas"]["WordingEdit"] | null;
        };
        /**
         * @description Why a wording blames people instead of describing the system.
         * @enum {string}
         */
        WordingKind: "counterfactual" | "omission" | "hindsight" | "minimising" | "judgement" | "person_as_cause" | "blame" | "named_person";
        WordingRequest: {
            text: string;
        };
        WordingResponse: {
            /** @description The first 500 findings in the order of the text. Findings do not overlap. */
            findings: components["schemas"]["WordingFinding"][];
            /** @description Whether the text has more than 500 findings. */
            hasMore: boolean;
            /** @description The text with every edit applied. */
            reworded: string;
        };
        /** @description When people work. All other time is out of hours. */
        WorkingTime: {
            /** @default UTC */
            timeZone: string;
            /**
             * @description The hours of the day during which people work; all other hours are out of hours.
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
             * @description The hours of the day during which people work; all other hours are out of hours.
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
        /** @description A pattern with its figures in the period of the overview. */
        WorstPattern: {
            id: string;
            /** @description The name of the pattern, a readable phrase. */
            name: string;
            services: string[];
            repositories: string[];
            episodes: number;
            /** @description The sum of the known durations of the episodes in hours, each at most 24; null if no duration is known. */
            impactHours: number | null;
            /** @description A person's latest judgement of the pattern; null or absent if nobody judged it. */
            judgement: components["schemas"]["PatternJudgement"] | null;
            improvement: {
                id: string;
                state: components["schemas"]["ImprovementState"];
                issueUrl: string | null;
            } | null;
        };
        /** @description The highest severity of several episodes, in the word of the provider, and the number of episodes with this severity. */
        WorstSeverity: {
            severity: string;
            episodes: number;
        };
        /**
         * @description The kinds of writes that Refrain sends to providers.
         * @enum {string}
         */
        WriteAction: "create_label" | "open_issue" | "edit_issue" | "close_issue" | "reopen_issue" | "comment" | "react" | "check_run" | "set_up_webhook" | "note" | "undo";
        /**
         * @description The state of a write. `planned`: listed in a dry run, never sent. `begun`: being sent. `unknown`: sent without a response, so it may have succeeded. `refused`: rejected by the provider. `undone`: reverted by a later write.
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
                "application/problem+json": components["schemas"]["ProblemDetails"];
            };
        };
        /** @description `unauthenticated`: the token or session is missing or invalid. */
        Unauthenticated: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ProblemDetails"];
            };
        };
        /** @description `forbidden`: your role or the scopes of your token do not permit the request, or a browser sent it from another origin. */
        Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ProblemDetails"];
            };
        };
        /** @description `rate_limited`: too many requests, here or at the provider. */
        RateLimited: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ProblemDetails"];
            };
        };
        /** @description `unavailable`: PostgreSQL or Redis is unavailable, or too many such requests run at the same time. `misconfigured`: a setting is wrong. `internal`: an internal error; Refrain's log has the cause. */
        UnavailableOrMisconfiguredOrInternal: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ProblemDetails"];
            };
        };
        /** @description `not_found`: the object does not exist. */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ProblemDetails"];
            };
        };
        /** @description `conflict`: the request conflicts with what is stored. */
        Conflict: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ProblemDetails"];
            };
        };
        /** @description `too_large`: the body is larger than this route accepts. */
        TooLarge: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ProblemDetails"];
            };
        };
        /** @description `unsupported_encoding`: the body is compressed. */
        UnsupportedEncoding: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ProblemDetails"];
            };
        };
        /** @description `key_reused`: the `Idempotency-Key` belongs to another request. */
        KeyReused: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ProblemDetails"];
            };
        };
        /** @description `precondition_failed`: the object was changed after it was read. */
        PreconditionFailed: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ProblemDetails"];
            };
        };
        /** @description `credential_rejected`: the provider rejects the credential. `permission_missing`: the credential lacks a permission. */
        CredentialRejectedOrPermissionMissing: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ProblemDetails"];
            };
        };
        /** @description `provider_failed`: the provider reported an error. `provider_unexpected`: the provider's response was unexpected. `provider_unreachable`: the provider does not respond. */
        ProviderFailedOrProviderUnexpectedOrProviderUnreachable: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ProblemDetails"];
            };
        };
        /** @description `credential_rejected`: the provider rejects the credential. `key_reused`: the `Idempotency-Key` belongs to another request. `permission_missing`: the credential lacks a permission. */
        CredentialRejectedOrKeyReusedOrPermissionMissing: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ProblemDetails"];
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
                /** @description The maximum number of items per page. */
                limit?: number;
                /** @description `next` of the previous page, with otherwise identical parameters. */
                after?: string;
                /** @description Words or parts of words that must all occur, at most 8 different ones. The letter case does not matter. */
                query?: string;
                /** @description Only failures of this kind. */
                kind?: components["schemas"]["FailureKind"];
                /** @description Only failures of the service with this name, as the provider spells it, and failures without a service whose episode affected this service. */
                service?: string;
                /** @description Only items of this repository, as `owner/name`. */
                repository?: string;
                /** @description Only items in this environment. */
                environment?: string;
                /** @description The id of the connection through which the failures were ingested. */
                connectionId?: string;
                /** @description The id of the pattern of the failures. */
                patternId?: string;
                /** @description Only failures of these episodes: at most 50 ids, separated by commas. */
                episodeIds?: string;
                /** @description `true` for records that count as failures; `false` for excluded records, such as routine reverts. By default both. */
                isFailure?: boolean;
                /** @description `true` for failures without a pattern, except dismissed ones; `false` for failures with a pattern. */
                unassigned?: boolean;
                /** @description `true` for failures whose pattern was chosen by similarity and may change at the next clustering; `false` for others. */
                isProvisional?: boolean;
                /** @description Only failures that began in this number of days before the newest measurement, or later. Ignored if `since` is present. */
                days?: number;
                /** @description Only items that began at this time or later. */
                since?: components["schemas"]["Instant"];
                /** @description Only items that began before this time. */
                until?: components["schemas"]["Instant"];
                /** @description The sort key of the list: by default `relevance` with a `query`, otherwise `occurredAt`. `relevance` lists first the failures with all words of the query in the title, then those with some in the title or in the name of the pattern; failures of equal relevance are sorted by time. When sorted by `duration`, failures of unknown duration count as the shortest. */
                sort?: components["schemas"]["FailureSort"];
                /** @description By default, the newest or the longest first. */
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
                    /** @description The entity tag of the response. */
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
                /** @description The `id` from a list or another response. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    /** @description The entity tag of the response. */
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
    listFailureSentences: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of a cached response. */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The `id` from a list or another response. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    /** @description The entity tag of the response. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FailureSentencesResponse"];
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
                /** @description The maximum number of items per page. */
                limit?: number;
                /** @description `next` of the previous page, with otherwise identical parameters. */
                after?: string;
                /** @description Words or parts of words that must all occur, at most 8 different ones. The letter case does not matter. */
                query?: string;
                /** @description Only patterns with a failure of this kind. */
                kind?: components["schemas"]["FailureKind"];
                /** @description Only patterns with this cause. */
                cause?: components["schemas"]["Cause"];
                /** @description Only patterns with this trigger. */
                trigger?: components["schemas"]["Trigger"];
                /** @description Only patterns with this mechanism, such as `Out of memory`. */
                mechanism?: string;
                /** @description Only items of the service with this name, as the provider spells it. */
                service?: string;
                /** @description Only items of this repository, as `owner/name`. */
                repository?: string;
                /** @description Only patterns with this recurrence. */
                recurrence?: components["schemas"]["Recurrence"];
                /** @description Only patterns whose weekly rate has this trend. */
                direction?: components["schemas"]["TrendDirection"];
                /** @description Only patterns with this judgement by a person; `none` for patterns without one. By default all except `dismissed`. */
                judgement?: "confirmed" | "dismissed" | "none";
                /** @description Only patterns whose improvement is in this state; `none` for patterns without an improvement. */
                improvement?: "proposed" | "approved" | "opened" | "accepted" | "declined" | "fixed" | "verified" | "recurred" | "none";
                /** @description Only patterns with at least this number of episodes. */
                minEpisodes?: number;
                /** @description The length in days of a period that ends with the newest measurement. Ignored if `since` is present. */
                days?: number;
                /** @description The start of the period, rounded down to the hour. */
                since?: components["schemas"]["Instant"];
                /** @description The end of the period, rounded up to the hour. By default the newest measurement. */
                until?: components["schemas"]["Instant"];
                /** @description The sort key of the list. When sorted by `impactHours`, patterns of unknown duration count as the lowest. `episodes` and `impactHours` are those of the period; each episode counts at most 24 hours. */
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
                    /** @description The entity tag of the response. */
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
                /** @description Words or parts of words that must all occur, at most 8 different ones. The letter case does not matter. */
                query?: string;
                /** @description Only patterns with a failure of this kind. */
                kind?: components["schemas"]["FailureKind"];
                /** @description Only patterns with this cause. */
                cause?: components["schemas"]["Cause"];
                /** @description Only patterns with this trigger. */
                trigger?: components["schemas"]["Trigger"];
                /** @description Only patterns with this mechanism, such as `Out of memory`. */
                mechanism?: string;
                /** @description Only items of the service with this name, as the provider spells it. */
                service?: string;
                /** @description Only items of this repository, as `owner/name`. */
                repository?: string;
                /** @description Only patterns with this recurrence. */
                recurrence?: components["schemas"]["Recurrence"];
                /** @description Only patterns whose weekly rate has this trend. */
                direction?: components["schemas"]["TrendDirection"];
                /** @description Only patterns with this judgement by a person; `none` for patterns without one. By default all except `dismissed`. */
                judgement?: "confirmed" | "dismissed" | "none";
                /** @description Only patterns whose improvement is in this state; `none` for patterns without an improvement. */
                improvement?: "proposed" | "approved" | "opened" | "accepted" | "declined" | "fixed" | "verified" | "recurred" | "none";
                /** @description Only patterns with at least this number of episodes. */
                minEpisodes?: number;
                /** @description The length in days of a period that ends with the newest measurement. Ignored if `since` is present. */
                days?: number;
                /** @description The start of the period, rounded down to the hour. */
                since?: components["schemas"]["Instant"];
                /** @description The end of the period, rounded up to the hour. By default the newest measurement. */
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
                    /** @description The entity tag of the response. */
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
                /** @description The `id` from a list or another response. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    /** @description The entity tag of the response. */
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
                /** @description The start of the period, rounded down to the hour. By default a year before `until`. */
                since?: components["schemas"]["Instant"];
                /** @description The end of the period, rounded up to the hour. By default the newest measurement. */
                until?: components["schemas"]["Instant"];
                /** @description Only repositories and services of this team, according to CODEOWNERS and catalog-info files, or else to PagerDuty. */
                team?: string;
                /** @description Only items in this environment. */
                environment?: string;
                /** @description Only rows of this service. Rates are still compared with those of all services. */
                service?: string;
                /** @description Only folders and rows of this repository, as `owner/name`, without rows of known services that run from it. */
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
                    /** @description The entity tag of the response. */
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
                    /** @description The entity tag of the response. */
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
                /** @description The `id` from a list or another response. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    /** @description The entity tag of the response. */
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
            query?: {
                /** @description The length of the period in days. Ignored if `since` is present. */
                days?: number;
                /** @description The start of the period, rounded down to the hour. */
                since?: components["schemas"]["Instant"];
                /** @description The end of the period, rounded up to the hour. By default the newest measurement. */
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
                    /** @description The entity tag of the response. */
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
    listServices: {
        parameters: {
            query?: {
                /** @description The maximum number of items per page. */
                limit?: number;
                /** @description `next` of the previous page, with otherwise identical parameters. */
                after?: string;
                /** @description The length in days of a period that ends with the newest measurement. Ignored if `since` is present. */
                days?: number;
                /** @description The start of the period, rounded down to the hour. */
                since?: components["schemas"]["Instant"];
                /** @description The end of the period, rounded up to the hour. By default the newest measurement. */
                until?: components["schemas"]["Instant"];
                /** @description Words or parts of words that must all occur, at most 8 different ones. The letter case does not matter. */
                query?: string;
                /** @description Only services that this team owns. */
                team?: string;
                /** @description `1` lists only services with an episode in the period. */
                minEpisodes?: number;
                /** @description The figure by which the services are sorted. */
                sort?: components["schemas"]["ServiceSort"];
                /** @description By default, the highest figure or the newest date comes first, and names are in alphabetical order. */
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
                    /** @description The entity tag of the response. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServicesResponse"];
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
    findServiceProfile: {
        parameters: {
            query: {
                /** @description The length in days of a period that ends with the newest measurement. Ignored if `since` is present. */
                days?: number;
                /** @description The start of the period, rounded down to the hour. */
                since?: components["schemas"]["Instant"];
                /** @description The end of the period, rounded up to the hour. By default the newest measurement. */
                until?: components["schemas"]["Instant"];
                /** @description The name of a service as the provider spells it, or of a repository as `owner/name`. */
                name: string;
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
                    /** @description The entity tag of the response. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceProfile"];
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
    findPatternReport: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of a cached response. */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The `id` from a list or another response. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    /** @description The entity tag of the response. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewestReport"];
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
                /** @description The maximum number of items per page. */
                limit?: number;
                /** @description `next` of the previous page, with otherwise identical parameters. */
                after?: string;
            };
            header?: {
                /** @description The `ETag` of a cached response. */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The `id` from a list or another response. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    /** @description The entity tag of the response. */
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
                /** @description The `id` from a list or another response. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    /** @description The entity tag of the response. */
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
                /** @description The id of the earlier report. */
                since: string;
            };
            header?: {
                /** @description The `ETag` of a cached response. */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The `id` from a list or another response. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    /** @description The entity tag of the response. */
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
                /** @description The maximum number of items per page. */
                limit?: number;
                /** @description `next` of the previous page, with otherwise identical parameters. */
                after?: string;
                /** @description Only digests of the whole organisation, of services or of teams. */
                scope?: "organisation" | "service" | "team";
                /** @description Only digests of the service or team with this name. The letter case does not matter. */
                name?: string;
                /** @description Only weekly or only monthly digests. */
                period?: "week" | "month";
                /** @description `all` lists every digest of a period, newest first, instead of only the newest one. */
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
                    /** @description The entity tag of the response. */
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
                /** @description A unique value, such as a UUID. A repeated request with the same key is not executed again. */
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
            /** @description Accepted; the work continues in the background. */
            202: {
                headers: {
                    /** @description Whether this is the stored response of an earlier request with the same key. */
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
                /** @description The `id` from a list or another response. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    /** @description The entity tag of the response. */
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
                /** @description The maximum number of items per page. */
                limit?: number;
                /** @description `next` of the previous page, with otherwise identical parameters. */
                after?: string;
                /** @description Words or parts of words that must all occur, at most 8 different ones. The letter case does not matter. */
                query?: string;
                /** @description Only patterns with this cause. */
                cause?: components["schemas"]["Cause"];
                /** @description Only patterns with this mechanism, such as `Out of memory`, stated or likely. */
                mechanism?: string;
                /** @description Only items of the service with this name, as the provider spells it. */
                service?: string;
                /** @description The length in days of a period that ends with the newest measurement. Ignored if `since` is present. */
                days?: number;
                /** @description The start of the period, rounded down to the hour. */
                since?: components["schemas"]["Instant"];
                /** @description The end of the period, rounded up to the hour. By default the newest measurement. */
                until?: components["schemas"]["Instant"];
                /** @description `lastAt`: the pattern with the newest episode first; `episodes`: that with most episodes first. */
                sort?: components["schemas"]["FailureLibrarySort"];
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
                    /** @description The entity tag of the response. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FailureLibraryResponse"];
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
                /** @description Words or parts of words that must all occur, at most 8 different ones. The letter case does not matter. */
                query?: string;
                /** @description Only patterns with this cause. */
                cause?: components["schemas"]["Cause"];
                /** @description Only patterns with this mechanism, such as `Out of memory`, stated or likely. */
                mechanism?: string;
                /** @description Only items of the service with this name, as the provider spells it. */
                service?: string;
                /** @description The length in days of a period that ends with the newest measurement. Ignored if `since` is present. */
                days?: number;
                /** @description The start of the period, rounded down to the hour. */
                since?: components["schemas"]["Instant"];
                /** @description The end of the period, rounded up to the hour. By default the newest measurement. */
                until?: components["schemas"]["Instant"];
                /** @description `lastAt`: the pattern with the newest episode first; `episodes`: that with most episodes first. */
                sort?: components["schemas"]["FailureLibrarySort"];
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
                    /** @description The entity tag of the response. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FailureLibraryFilesResponse"];
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
                /** @description The maximum number of items per page. */
                limit?: number;
                /** @description `next` of the previous page, with otherwise identical parameters. */
                after?: string;
                /** @description Only improvements in this state. */
                state?: components["schemas"]["ImprovementState"];
                /** @description The id of the pattern; a pattern has at most one improvement. */
                patternId?: string;
                /** @description Only items of this repository, as `owner/name`. */
                repository?: string;
                /** @description Only items of the service with this name, as the provider spells it. */
                service?: string;
                /** @description Only improvements of patterns that this team owns. */
                team?: string;
                /** @description The length in days of a period that ends with the newest measurement. Ignored if `since` is present. */
                days?: number;
                /** @description The start of the period, rounded down to the hour. */
                since?: components["schemas"]["Instant"];
                /** @description The end of the period, rounded up to the hour. By default the newest measurement. */
                until?: components["schemas"]["Instant"];
                /** @description The sort key of the list. When sorted by `impactHours`, patterns of unknown duration count as the lowest. */
                sort?: components["schemas"]["ImprovementSort"];
                /** @description The direction of the sort. */
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
                    /** @description The entity tag of the response. */
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
                /** @description The `id` from a list or another response. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    /** @description The entity tag of the response. */
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
                /** @description The `id` from a list or another response. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    /** @description The entity tag of the response. */
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
                /** @description The `id` from a list or another response. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    repository?: components["schemas"]["FullRepositoryName"];
                    title?: string;
                    /** @description Your own Markdown text at the top of the issue; null removes an earlier text. */
                    note?: string | null;
                    /** @description The id of the guardrail to propose; null for the best recommended guardrail. */
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
                /** @description The `ETag` of the version that the decision refers to. */
                "If-Match"?: string;
                /** @description A unique value, such as a UUID. A repeated request with the same key is not executed again. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The `id` from a list or another response. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    repository?: components["schemas"]["FullRepositoryName"];
                    title?: string;
                    /** @description Your own Markdown text at the top of the issue; null removes an earlier text. */
                    note?: string | null;
                    /** @description The id of the guardrail to propose; null for the best recommended guardrail. */
                    guardrailId?: string | null;
                };
            };
        };
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    /** @description The entity tag of the response. */
                    ETag: string;
                    /** @description Whether this is the stored response of an earlier request with the same key. */
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
                /** @description The `ETag` of the version that the decision refers to. */
                "If-Match"?: string;
                /** @description A unique value, such as a UUID. A repeated request with the same key is not executed again. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The `id` from a list or another response. */
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
                    /** @description The entity tag of the response. */
                    ETag: string;
                    /** @description Whether this is the stored response of an earlier request with the same key. */
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
                /** @description The `ETag` of the version that the decision refers to. */
                "If-Match"?: string;
                /** @description A unique value, such as a UUID. A repeated request with the same key is not executed again. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The `id` from a list or another response. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    until: components["schemas"]["Instant"];
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    /** @description The entity tag of the response. */
                    ETag: string;
                    /** @description Whether this is the stored response of an earlier request with the same key. */
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
    undoImprovementDecision: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the version that the decision refers to. */
                "If-Match"?: string;
                /** @description A unique value, such as a UUID. A repeated request with the same key is not executed again. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The `id` from a list or another response. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The id of the decision, which is the `id` of `lastDecision`. */
                    decisionId: string;
                };
            };
        };
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    /** @description The entity tag of the response. */
                    ETag: string;
                    /** @description Whether this is the stored response of an earlier request with the same key. */
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
                /** @description The maximum number of items per page. */
                limit?: number;
                /** @description `next` of the previous page, with otherwise identical parameters. */
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
                    /** @description The entity tag of the response. */
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
                    /** @description The entity tag of the response. */
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
                /** @description The maximum number of items per page. */
                limit?: number;
                /** @description `next` of the previous page, with otherwise identical parameters. */
                after?: string;
                /** @description Only writes in this state; `planned` for the writes that a dry run omitted. */
                state?: components["schemas"]["WriteState"];
                /** @description Only writes of this kind. */
                action?: components["schemas"]["WriteAction"];
                /** @description Only writes to this target: `owner/name`, `owner/name#12`, or the id of an incident. */
                target?: string;
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
                    /** @description The entity tag of the response. */
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
                /** @description The `id` from a list or another response. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    /** @description The entity tag of the response. */
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
                /** @description The `id` from a list or another response. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted; the work continues in the background. */
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
                /** @description The maximum number of items per page. */
                limit?: number;
                /** @description `next` of the previous page, with otherwise identical parameters. */
                after?: string;
                /** @description Only checks in this state. */
                state?: components["schemas"]["PullCheckState"];
                /** @description Only items of this repository, as `owner/name`. */
                repository?: string;
                /** @description The id of the pattern that the checks name. */
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
                    /** @description The entity tag of the response. */
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
                /** @description The maximum number of items per page. */
                limit?: number;
                /** @description `next` of the previous page, with otherwise identical parameters. */
                after?: string;
                /** @description The id of the pattern that a correction names, or whose failure it names. */
                patternId?: string;
                /** @description The id of the failure that a correction names. */
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
                    /** @description The entity tag of the response. */
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
                /** @description A unique value, such as a UUID. A repeated request with the same key is not executed again. */
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
                    /** @description Whether this is the stored response of an earlier request with the same key. */
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
    addCorrectionSet: {
        parameters: {
            query?: never;
            header?: {
                /** @description A unique value, such as a UUID. A repeated request with the same key is not executed again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CorrectionSetRequest"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    /** @description Whether this is the stored response of an earlier request with the same key. */
                    "Idempotency-Replayed"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CorrectionSetResponse"];
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
    removeCorrectionSet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The `id` from a list or another response. */
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
    removeCorrection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The `id` from a list or another response. */
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
    listMechanisms: {
        parameters: {
            query?: {
                /** @description The maximum number of items per page. */
                limit?: number;
                /** @description `next` of the previous page, with otherwise identical parameters. */
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
                    /** @description The entity tag of the response. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MechanismsResponse"];
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
    listRevertTemplates: {
        parameters: {
            query?: {
                /** @description Only this repository, as `owner/name`. */
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
                    /** @description The entity tag of the response. */
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
                "application/json": components["schemas"]["SearchQuery"];
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
                "application/json": components["schemas"]["WordingRequest"];
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
                /** @description The maximum number of items per page. */
                limit?: number;
                /** @description `next` of the previous page, with otherwise identical parameters. */
                after?: string;
                /** @description Only entries with this status. */
                status?: "suggested" | "confirmed" | "rejected";
                /** @description Only items of the service with this name, as the provider spells it. */
                service?: string;
                /** @description Only items of this repository, as `owner/name`. */
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
                    /** @description The entity tag of the response. */
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
                /** @description A unique value, such as a UUID. A repeated request with the same key is not executed again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewCatalogueEntry"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    /** @description Whether this is the stored response of an earlier request with the same key. */
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
                    /** @description The entity tag of the response. */
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
                /** @description A unique value, such as a UUID. A repeated request with the same key is not executed again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted; the work continues in the background. */
            202: {
                headers: {
                    /** @description Whether this is the stored response of an earlier request with the same key. */
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
                /** @description A unique value, such as a UUID. A repeated request with the same key is not executed again. */
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
                    /** @description Whether this is the stored response of an earlier request with the same key. */
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
                /** @description The `ETag` of the version that the decision refers to. */
                "If-Match"?: string;
                /** @description A unique value, such as a UUID. A repeated request with the same key is not executed again. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The `id` from a list or another response. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    /** @description The entity tag of the response. */
                    ETag: string;
                    /** @description Whether this is the stored response of an earlier request with the same key. */
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
                /** @description The `ETag` of the version that the decision refers to. */
                "If-Match"?: string;
                /** @description A unique value, such as a UUID. A repeated request with the same key is not executed again. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The `id` from a list or another response. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    /** @description The entity tag of the response. */
                    ETag: string;
                    /** @description Whether this is the stored response of an earlier request with the same key. */
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
                /** @description The `ETag` of the version that the decision refers to. */
                "If-Match"?: string;
                /** @description A unique value, such as a UUID. A repeated request with the same key is not executed again. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The `id` from a list or another response. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    /** @description The entity tag of the response. */
                    ETag: string;
                    /** @description Whether this is the stored response of an earlier request with the same key. */
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
                /** @description The `id` from a list or another response. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    /** @description The entity tag of the response. */
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
                /** @description The `id` from a list or another response. */
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
                /** @description The maximum number of items per page. */
                limit?: number;
                /** @description `next` of the previous page, with otherwise identical parameters. */
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
                    /** @description The entity tag of the response. */
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
                /** @description The maximum number of items per page. */
                limit?: number;
                /** @description `next` of the previous page, with otherwise identical parameters. */
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
                    /** @description The entity tag of the response. */
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
                /** @description The `id` from a list or another response. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    /** @description The entity tag of the response. */
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
                /** @description The maximum number of items per page. */
                limit?: number;
                /** @description `next` of the previous page, with otherwise identical parameters. */
                after?: string;
            };
            header?: {
                /** @description The `ETag` of a cached response. */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The `id` from a list or another response. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    /** @description The entity tag of the response. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConnectionProblemsResponse"];
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
                /** @description The `id` from a list or another response. */
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
                /** @description The `id` from a list or another response. */
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
                /** @description The `id` from a list or another response. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    /** @description The entity tag of the response. */
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
                /** @description The `id` from a list or another response. */
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
            /** @description Accepted; the work continues in the background. */
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
                /** @description A unique value, such as a UUID. A repeated request with the same key is not executed again. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The `id` from a list or another response. */
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
            /** @description Accepted; the work continues in the background. */
            202: {
                headers: {
                    /** @description Whether this is the stored response of an earlier request with the same key. */
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
                /** @description The `id` from a list or another response. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    /** @description The entity tag of the response. */
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
                /** @description The `id` from a list or another response. */
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
                /** @description Any time on the first day. */
                since?: components["schemas"]["Instant"];
                /** @description Any time on the last day. */
                until?: components["schemas"]["Instant"];
            };
            header?: {
                /** @description The `ETag` of a cached response. */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The `id` from a list or another response. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    /** @description The entity tag of the response. */
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
                /** @description A unique value, such as a UUID. A repeated request with the same key is not executed again. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The `id` from a list or another response. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted; the work continues in the background. */
            202: {
                headers: {
                    /** @description Whether this is the stored response of an earlier request with the same key. */
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
    checkRecords: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The name of the archive. */
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
                    "application/json": components["schemas"]["RecordCheckResponse"];
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
    importIntoArchive: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The name of the archive. */
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
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["RateLimited"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    checkFile: {
        parameters: {
            query: {
                /** @description The format of the body. Markdown is sent as JSON Lines with the `name` and the `text` of each file. */
                format: components["schemas"]["ArchiveFileFormat"];
                /** @description A column that fills a field, as `title=Summary`, or the same text in every row, as `services==checkout`. May be repeated. */
                map?: string | string[];
                /** @description Whether fields without `map` stay empty instead of being recognised. */
                onlyMapped?: boolean;
                /** @description Whether dates with slashes are `DD/MM/YYYY`. */
                dayFirst?: boolean;
                /** @description The kind of every row; incident by default. */
                kind?: components["schemas"]["FailureKind"];
            };
            header?: never;
            path: {
                /** @description The name of the archive. */
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FileCheckResponse"];
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
    listRejectedRows: {
        parameters: {
            query: {
                /** @description The format of the body. Markdown is sent as JSON Lines with the `name` and the `text` of each file. */
                format: components["schemas"]["ArchiveFileFormat"];
                /** @description A column that fills a field, as `title=Summary`, or the same text in every row, as `services==checkout`. May be repeated. */
                map?: string | string[];
                /** @description Whether fields without `map` stay empty instead of being recognised. */
                onlyMapped?: boolean;
                /** @description Whether dates with slashes are `DD/MM/YYYY`. */
                dayFirst?: boolean;
                /** @description The kind of every row; incident by default. */
                kind?: components["schemas"]["FailureKind"];
            };
            header?: never;
            path: {
                /** @description The name of the archive. */
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
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
    importFile: {
        parameters: {
            query: {
                /** @description The format of the body. Markdown is sent as JSON Lines with the `name` and the `text` of each file. */
                format: components["schemas"]["ArchiveFileFormat"];
                /** @description A column that fills a field, as `title=Summary`, or the same text in every row, as `services==checkout`. May be repeated. */
                map?: string | string[];
                /** @description Whether fields without `map` stay empty instead of being recognised. */
                onlyMapped?: boolean;
                /** @description Whether dates with slashes are `DD/MM/YYYY`. */
                dayFirst?: boolean;
                /** @description The kind of every row; incident by default. */
                kind?: components["schemas"]["FailureKind"];
            };
            header?: never;
            path: {
                /** @description The name of the archive. */
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FileImportResponse"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
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
                /** @description The `id` from a list or another response. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    /** @description The entity tag of the response. */
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
                /** @description The `id` from a list or another response. */
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
                /** @description The maximum number of items per page. */
                limit?: number;
                /** @description `next` of the previous page, with otherwise identical parameters. */
                after?: string;
            };
            header?: {
                /** @description The `ETag` of a cached response. */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The `id` from a list or another response. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    /** @description The entity tag of the response. */
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
                /** @description A unique value, such as a UUID. A repeated request with the same key is not executed again. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The `id` from a list or another response. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted; the work continues in the background. */
            202: {
                headers: {
                    /** @description Whether this is the stored response of an earlier request with the same key. */
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
                /** @description The `id` from a list or another response. */
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
                /** @description The `state` from another response. */
                state: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    /** @description The entity tag of the response. */
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
                /** @description The `id` of the event after which to resume; `Last-Event-ID` takes precedence. `0` starts with the oldest event. */
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
                /** @description The maximum number of items per page. */
                limit?: number;
                /** @description `next` of the previous page, with otherwise identical parameters. */
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
                    /** @description The entity tag of the response. */
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
                /** @description The `id` from a list or another response. */
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
                /** @description The `id` from a list or another response. */
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
                    /** @description The entity tag of the response. */
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
                /** @description The maximum number of items per page. */
                limit?: number;
                /** @description `next` of the previous page, with otherwise identical parameters. */
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
                    /** @description The entity tag of the response. */
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
                /** @description The `id` from a list or another response. */
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
                /** @description The maximum number of items per page. */
                limit?: number;
                /** @description `next` of the previous page, with otherwise identical parameters. */
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
                    /** @description The entity tag of the response. */
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
                /** @description The `id` from a list or another response. */
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
                /** @description The maximum number of items per page. */
                limit?: number;
                /** @description `next` of the previous page, with otherwise identical parameters. */
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
                    /** @description The entity tag of the response. */
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
            header?: never;
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationResponse"];
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
    changeUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The `id` from a list or another response. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserUpdate"];
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
                /** @description The `id` from a list or another response. */
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
                /** @description The `id` from a list or another response. */
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
                    /** @description The entity tag of the response. */
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
                    /** @description The entity tag of the response. */
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
                    /** @description The entity tag of the response. */
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
            /** @description Accepted; the work continues in the background. */
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
                /** @description The maximum number of items per page. */
                limit?: number;
                /** @description `next` of the previous page, with otherwise identical parameters. */
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
                    /** @description The entity tag of the response. */
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
                /** @description A unique value, such as a UUID. A repeated request with the same key is not executed again. */
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
            /** @description Accepted; the work continues in the background. */
            202: {
                headers: {
                    /** @description Whether this is the stored response of an earlier request with the same key. */
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
                /** @description The `id` from a list or another response. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    /** @description The entity tag of the response. */
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
                /** @description The `id` from a list or another response. */
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
                /** @description The maximum number of items per page. */
                limit?: number;
                /** @description `next` of the previous page, with otherwise identical parameters. */
                after?: string;
                /** @description Only dead letters of this kind. */
                kind?: components["schemas"]["DeadLetterKind"];
                /** @description Only dead letters of this queue. */
                queue?: string;
                /** @description The id of the connection of the dead letters. */
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
                    /** @description The entity tag of the response. */
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
                "application/json": components["schemas"]["ReplayDeadLettersRequest"];
            };
        };
        responses: {
            /** @description Accepted; the work continues in the background. */
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
                /** @description The `id` from a list or another response. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    /** @description The entity tag of the response. */
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
                /** @description The `id` from a list or another response. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted; the work continues in the background. */
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
                /** @description The `id` from a list or another response. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DiscardDeadLetterRequest"];
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
                    /** @description The entity tag of the response. */
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
                    /** @description The entity tag of the response. */
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
                    /** @description The entity tag of the response. */
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
    findOnboarding: {
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
                    /** @description The entity tag of the response. */
                    ETag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OnboardingResponse"];
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
    changeOnboarding: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OnboardingUpdate"];
            };
        };
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OnboardingResponse"];
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
                    /** @description The entity tag of the response. */
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
                /** @description The maximum number of items per page. */
                limit?: number;
                /** @description `next` of the previous page, with otherwise identical parameters. */
                after?: string;
                /** @description The id of the user who decided. */
                userId?: string;
                /** @description Only decisions that were made this way; `policy` for decisions that no person made. */
                via?: components["schemas"]["DecisionChannel"];
                /** @description Only this operation, such as `connect`. */
                operation?: string;
                /** @description Only decisions about these objects. `sign_ins` are sign-ins, sign-outs, and the links that people create to sign in themselves. */
                topic?: "patterns" | "improvements" | "connections" | "catalogue" | "access" | "sign_ins" | "other";
                /** @description `false` omits the topic `sign_ins`. */
                signIns?: boolean;
                /** @description The id of any object that the decision concerns. */
                subject?: string;
                /** @description Only decisions at this time or later. */
                since?: components["schemas"]["Instant"];
                /** @description Only decisions before this time. */
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
                    /** @description The entity tag of the response. */
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
    listPatternHistory: {
        parameters: {
            query?: {
                /** @description The maximum number of items per page. */
                limit?: number;
                /** @description `next` of the previous page, with otherwise identical parameters. */
                after?: string;
            };
            header?: {
                /** @description The `ETag` of a cached response. */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The `id` from a list or another response. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    /** @description The entity tag of the response. */
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
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            default: components["responses"]["UnavailableOrMisconfiguredOrInternal"];
        };
    };
    listFailureHistory: {
        parameters: {
            query?: {
                /** @description The maximum number of items per page. */
                limit?: number;
                /** @description `next` of the previous page, with otherwise identical parameters. */
                after?: string;
            };
            header?: {
                /** @description The `ETag` of a cached response. */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The `id` from a list or another response. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    /** @description The entity tag of the response. */
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
            404: components["responses"]["NotFound"];
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
                    /** @description The entity tag of the response. */
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
