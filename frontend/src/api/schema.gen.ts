// Written by scripts/gen-api.mjs.
export interface paths {
    "/api/v1/agreements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List agreements
         * @description Binding instruments with partners. `legal_status`, `expiring` and the days derived from the term are told for the day of `as_of`.
         */
        get: operations["listAgreements"];
        put?: never;
        /**
         * Create an agreement
         * @description The answer is the whole record, with its place in Location and its version in ETag.
         */
        post: operations["createAgreement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agreements/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an agreement
         * @description Binding instruments with partners. `legal_status`, `expiring` and the days derived from the term are told for the day of `as_of`.
         */
        get: operations["getAgreement"];
        /**
         * Replace an agreement
         * @description The whole content: what is absent is cleared.
         */
        put: operations["replaceAgreement"];
        post?: never;
        /**
         * Archive an agreement
         * @description It is hidden from lists and stays readable by its id. Refused while live records depend on it.
         */
        delete: operations["archiveAgreement"];
        options?: never;
        head?: never;
        /**
         * Change an agreement
         * @description A merge patch (RFC 7396): what is absent stays, null clears, lists are replaced whole.
         */
        patch: operations["updateAgreement"];
        trace?: never;
    };
    "/api/v1/agreements/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the history of an agreement
         * @description Every change with who made it and when, newest first.
         */
        get: operations["listAgreementHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agreements/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Restore an agreement
         * @description Takes it out of the archive.
         */
        post: operations["restoreAgreement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agreements/{id}/transitions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Move an agreement to another state
         * @description The record's allowed_transitions tell where it can go from here and what bars the rest.
         */
        post: operations["transitionAgreement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agreements/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take back the last move of an agreement
         * @description For a transition made by mistake: within 24 hours of it, and while nothing else has changed the record. Both moves stay in the history.
         */
        post: operations["undoAgreement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit-events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the audit trail
         * @description Every change of every record of the institution, newest first. The hashes form a chain: a changed, removed or
         *     reordered entry shows.
         */
        get: operations["listAuditEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in for a session
         * @description For browsers: the answer sets a cookie that scripts cannot read, and is what `GET /me` answers. A session ends
         *     after 30 minutes without a request, and after 12 hours. Writes with the cookie must come from the same site.
         */
        post: operations["createSession"];
        /**
         * Sign out of the session
         * @description Ends the session of the cookie and clears the cookie; does nothing when there is none.
         */
        delete: operations["deleteSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in for tokens
         * @description For phones and scripts. The access token lives ten minutes; after that, or a little before, send the refresh
         *     token to `/auth/tokens/refresh`. What was wrong with the credentials is not told. Failures are limited for
         *     each account and address: 429 says in `retry_after` how many seconds to wait.
         */
        post: operations["createToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/tokens/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Refresh tokens
         * @description A refresh token is good for one use: the answer has the next one. Using it again within ten seconds, because
         *     the answer was lost or two requests ran at once, gives the same next one; using it later ends every token that
         *     came from the same sign-in. After a 401 sign in again.
         */
        post: operations["refreshToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/tokens/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign out with a refresh token
         * @description Ends every refresh token that came from the same sign-in. The answer is the same for a token that is none
         *     (RFC 7009). An access token that is out already lives on for its ten minutes.
         */
        post: operations["revokeToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow the changes
         * @description What changed since the cursor, in the order of commits, for systems that keep a copy: fetch the whole once, then
         *     follow the changes instead of reading lists again. Without a cursor it begins at the first change.
         */
        get: operations["listChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/code-lists": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the code lists
         * @description Their names, for `/code-lists/{name}`.
         */
        get: operations["listCodeLists"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/code-lists/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a code list
         * @description Every code with its label in five languages. The same for everybody, and cached for a day.
         */
        get: operations["getCodeList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deadlines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what is due
         * @description Instruments, projects and students that ask for something to be done, by why, the earliest first; of a
         *     coordinator's units only, where a coordinator asks.
         */
        get: operations["listDeadlines"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exchange-students": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List exchange students
         * @description Students who go to a partner or come from one for a time, from the application to recognition. Members see their own exchanges.
         */
        get: operations["listExchangeStudents"];
        put?: never;
        /**
         * Create an exchange student
         * @description The answer is the whole record, with its place in Location and its version in ETag.
         */
        post: operations["createExchangeStudent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exchange-students/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an exchange student
         * @description Students who go to a partner or come from one for a time, from the application to recognition. Members see their own exchanges.
         */
        get: operations["getExchangeStudent"];
        /**
         * Replace an exchange student
         * @description The whole content: what is absent is cleared.
         */
        put: operations["replaceExchangeStudent"];
        post?: never;
        /**
         * Archive an exchange student
         * @description It is hidden from lists and stays readable by its id. Refused while live records depend on it.
         */
        delete: operations["archiveExchangeStudent"];
        options?: never;
        head?: never;
        /**
         * Change an exchange student
         * @description A merge patch (RFC 7396): what is absent stays, null clears, lists are replaced whole.
         */
        patch: operations["updateExchangeStudent"];
        trace?: never;
    };
    "/api/v1/exchange-students/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the history of an exchange student
         * @description Every change with who made it and when, newest first.
         */
        get: operations["listExchangeStudentHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exchange-students/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Restore an exchange student
         * @description Takes it out of the archive.
         */
        post: operations["restoreExchangeStudent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exchange-students/{id}/transitions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Move an exchange student to another state
         * @description The record's allowed_transitions tell where it can go from here and what bars the rest.
         */
        post: operations["transitionExchangeStudent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exchange-students/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take back the last move of an exchange student
         * @description For a transition made by mistake: within 24 hours of it, and while nothing else has changed the record. Both moves stay in the history.
         */
        post: operations["undoExchangeStudent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/funding-programmes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List funding programmes
         * @description Programmes that pay for projects and mobility, each with its funder.
         */
        get: operations["listFundingProgrammes"];
        put?: never;
        /**
         * Create a funding programme
         * @description The answer is the whole record, with its place in Location and its version in ETag.
         */
        post: operations["createFundingProgramme"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/funding-programmes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a funding programme
         * @description Programmes that pay for projects and mobility, each with its funder.
         */
        get: operations["getFundingProgramme"];
        /**
         * Replace a funding programme
         * @description The whole content: what is absent is cleared.
         */
        put: operations["replaceFundingProgramme"];
        post?: never;
        /**
         * Archive a funding programme
         * @description It is hidden from lists and stays readable by its id. Refused while live records depend on it.
         */
        delete: operations["archiveFundingProgramme"];
        options?: never;
        head?: never;
        /**
         * Change a funding programme
         * @description A merge patch (RFC 7396): what is absent stays, null clears, lists are replaced whole.
         */
        patch: operations["updateFundingProgramme"];
        trace?: never;
    };
    "/api/v1/funding-programmes/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the history of a funding programme
         * @description Every change with who made it and when, newest first.
         */
        get: operations["listFundingProgrammeHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/funding-programmes/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Restore a funding programme
         * @description Takes it out of the archive.
         */
        post: operations["restoreFundingProgramme"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/grant-projects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List grant projects
         * @description Projects with their consortium, budget and dates, from the idea to the close.
         */
        get: operations["listGrantProjects"];
        put?: never;
        /**
         * Create a grant project
         * @description The answer is the whole record, with its place in Location and its version in ETag.
         */
        post: operations["createGrantProject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/grant-projects/totals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Add up the budgets of running projects
         * @description By currency, of the projects that run on the day; nothing is converted, and archived projects do not count.
         */
        get: operations["getGrantProjectTotals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/grant-projects/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a grant project
         * @description Projects with their consortium, budget and dates, from the idea to the close.
         */
        get: operations["getGrantProject"];
        /**
         * Replace a grant project
         * @description The whole content: what is absent is cleared.
         */
        put: operations["replaceGrantProject"];
        post?: never;
        /**
         * Archive a grant project
         * @description It is hidden from lists and stays readable by its id. Refused while live records depend on it.
         */
        delete: operations["archiveGrantProject"];
        options?: never;
        head?: never;
        /**
         * Change a grant project
         * @description A merge patch (RFC 7396): what is absent stays, null clears, lists are replaced whole.
         */
        patch: operations["updateGrantProject"];
        trace?: never;
    };
    "/api/v1/grant-projects/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the history of a grant project
         * @description Every change with who made it and when, newest first.
         */
        get: operations["listGrantProjectHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/grant-projects/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Restore a grant project
         * @description Takes it out of the archive.
         */
        post: operations["restoreGrantProject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/grant-projects/{id}/transitions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Move a grant project to another state
         * @description The record's allowed_transitions tell where it can go from here and what bars the rest.
         */
        post: operations["transitionGrantProject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/grant-projects/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take back the last move of a grant project
         * @description For a transition made by mistake: within 24 hours of it, and while nothing else has changed the record. Both moves stay in the history.
         */
        post: operations["undoGrantProject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/institutions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List institutions
         * @description The university or institute that the caller belongs to, its office of international cooperation and its settings. The list holds the caller's own one only.
         */
        get: operations["listInstitutions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/institutions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an institution
         * @description The university or institute that the caller belongs to, its office of international cooperation and its settings. The list holds the caller's own one only.
         */
        get: operations["getInstitution"];
        /**
         * Replace an institution
         * @description The whole content: what is absent is cleared.
         */
        put: operations["replaceInstitution"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change an institution
         * @description A merge patch (RFC 7396): what is absent stays, null clears, lists are replaced whole.
         */
        patch: operations["updateInstitution"];
        trace?: never;
    };
    "/api/v1/institutions/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the history of an institution
         * @description Every change with who made it and when, newest first.
         */
        get: operations["listInstitutionHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accept an invitation
         * @description Sets the password of the account. Afterwards sign in with the answer and the password.
         */
        post: operations["acceptInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tell who is signed in
         * @description The user, the institution of the credential, the role there and what it permits, and the user's other
         *     institutions.
         */
        get: operations["getMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change what the application knows of the caller
         * @description Their name, in every institution, and how the application looks to them.
         */
        patch: operations["updateMe"];
        trace?: never;
    };
    "/api/v1/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change the own password
         * @description Ends every other session and every token of the user, in all institutions; the session this came with goes on.
         *     Who sent an access token signs in again.
         */
        put: operations["changePassword"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/memoranda": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List memoranda
         * @description Statements of intent with partners. `legal_status`, `expiring` and the days derived from the term are told for the day of `as_of`.
         */
        get: operations["listMemoranda"];
        put?: never;
        /**
         * Create a memorandum
         * @description The answer is the whole record, with its place in Location and its version in ETag.
         */
        post: operations["createMemorandum"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/memoranda/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a memorandum
         * @description Statements of intent with partners. `legal_status`, `expiring` and the days derived from the term are told for the day of `as_of`.
         */
        get: operations["getMemorandum"];
        /**
         * Replace a memorandum
         * @description The whole content: what is absent is cleared.
         */
        put: operations["replaceMemorandum"];
        post?: never;
        /**
         * Archive a memorandum
         * @description It is hidden from lists and stays readable by its id. Refused while live records depend on it.
         */
        delete: operations["archiveMemorandum"];
        options?: never;
        head?: never;
        /**
         * Change a memorandum
         * @description A merge patch (RFC 7396): what is absent stays, null clears, lists are replaced whole.
         */
        patch: operations["updateMemorandum"];
        trace?: never;
    };
    "/api/v1/memoranda/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the history of a memorandum
         * @description Every change with who made it and when, newest first.
         */
        get: operations["listMemorandumHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/memoranda/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Restore a memorandum
         * @description Takes it out of the archive.
         */
        post: operations["restoreMemorandum"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/memoranda/{id}/transitions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Move a memorandum to another state
         * @description The record's allowed_transitions tell where it can go from here and what bars the rest.
         */
        post: operations["transitionMemorandum"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/memoranda/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take back the last move of a memorandum
         * @description For a transition made by mistake: within 24 hours of it, and while nothing else has changed the record. Both moves stay in the history.
         */
        post: operations["undoMemorandum"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/partners": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List partners
         * @description Universities, institutes, companies, foundations, missions and others that the institution works with.
         */
        get: operations["listPartners"];
        put?: never;
        /**
         * Create a partner
         * @description The answer is the whole record, with its place in Location and its version in ETag.
         */
        post: operations["createPartner"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/partners/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a partner
         * @description Universities, institutes, companies, foundations, missions and others that the institution works with.
         */
        get: operations["getPartner"];
        /**
         * Replace a partner
         * @description The whole content: what is absent is cleared.
         */
        put: operations["replacePartner"];
        post?: never;
        /**
         * Archive a partner
         * @description It is hidden from lists and stays readable by its id. Refused while live records depend on it.
         */
        delete: operations["archivePartner"];
        options?: never;
        head?: never;
        /**
         * Change a partner
         * @description A merge patch (RFC 7396): what is absent stays, null clears, lists are replaced whole.
         */
        patch: operations["updatePartner"];
        trace?: never;
    };
    "/api/v1/partners/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the history of a partner
         * @description Every change with who made it and when, newest first.
         */
        get: operations["listPartnerHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/partners/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Restore a partner
         * @description Takes it out of the archive.
         */
        post: operations["restorePartner"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List people
         * @description Students, staff and others. Coordinators see the people of their units, members themselves. What identifies a person is read and written apart, under identity.
         */
        get: operations["listPeople"];
        put?: never;
        /**
         * Create a person
         * @description The answer is the whole record, with its place in Location and its version in ETag.
         */
        post: operations["createPerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a person
         * @description Students, staff and others. Coordinators see the people of their units, members themselves. What identifies a person is read and written apart, under identity.
         */
        get: operations["getPerson"];
        /**
         * Replace a person
         * @description The whole content: what is absent is cleared.
         */
        put: operations["replacePerson"];
        post?: never;
        /**
         * Archive a person
         * @description It is hidden from lists and stays readable by its id. Refused while live records depend on it.
         */
        delete: operations["archivePerson"];
        options?: never;
        head?: never;
        /**
         * Change a person
         * @description A merge patch (RFC 7396): what is absent stays, null clears, lists are replaced whole.
         */
        patch: operations["updatePerson"];
        trace?: never;
    };
    "/api/v1/people/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the history of a person
         * @description Every change with who made it and when, newest first.
         */
        get: operations["listPersonHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{id}/identity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the identity of a person
         * @description Birth date, sex, national number and documents. They stand here only: no list, search, expansion or history
         *     shows them. The ETag is that of the person.
         */
        get: operations["getPersonIdentity"];
        /**
         * Replace the identity of a person
         * @description The whole of it: what is absent is cleared. It makes a new version of the person, whose history names the fields
         *     that changed and not what stands in them.
         */
        put: operations["replacePersonIdentity"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Restore a person
         * @description Takes it out of the archive.
         */
        post: operations["restorePerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public/institutions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the institutions
         * @description To choose where to sign in, or whose profile to read.
         */
        get: operations["listPublicInstitutions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public/{slug}/instruments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the public agreements and memoranda of an institution
         * @description Those in force on the day whose `visibility` is `public`, with their partners.
         */
        get: operations["listPublicInstruments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public/{slug}/new-partners": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the new partners of a period
         * @description Foreign partners whose first contact lies between the two days, both included.
         */
        get: operations["listPublicNewPartners"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public/{slug}/profile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the public profile of an institution
         * @description The institution, its office, and its figures on a day, computed from the records.
         */
        get: operations["getPublicProfile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public/{slug}/projects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the running projects of an institution
         * @description With the programme and the funder of each.
         */
        get: operations["listPublicProjects"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/statistics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the figures of the institution
         * @description By status, stage, year and country, on the day; of a coordinator's units and what concerns all, where a
         *     coordinator asks. Archived records do not count.
         */
        get: operations["getStatistics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List units
         * @description Faculties, departments, offices and centres of the institution; they form a tree.
         */
        get: operations["listUnits"];
        put?: never;
        /**
         * Create a unit
         * @description The answer is the whole record, with its place in Location and its version in ETag.
         */
        post: operations["createUnit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a unit
         * @description Faculties, departments, offices and centres of the institution; they form a tree.
         */
        get: operations["getUnit"];
        /**
         * Replace a unit
         * @description The whole content: what is absent is cleared.
         */
        put: operations["replaceUnit"];
        post?: never;
        /**
         * Archive a unit
         * @description It is hidden from lists and stays readable by its id. Refused while live records depend on it.
         */
        delete: operations["archiveUnit"];
        options?: never;
        head?: never;
        /**
         * Change a unit
         * @description A merge patch (RFC 7396): what is absent stays, null clears, lists are replaced whole.
         */
        patch: operations["updateUnit"];
        trace?: never;
    };
    "/api/v1/units/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the history of a unit
         * @description Every change with who made it and when, newest first.
         */
        get: operations["listUnitHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Restore a unit
         * @description Takes it out of the archive.
         */
        post: operations["restoreUnit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List users
         * @description Who has an account in the institution, and in which role.
         */
        get: operations["listUsers"];
        put?: never;
        /**
         * Create a user
         * @description The answer is the whole record, with its place in Location and its version in ETag.
         */
        post: operations["createUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a user
         * @description Who has an account in the institution, and in which role.
         */
        get: operations["getUser"];
        /**
         * Replace a user
         * @description The whole content: what is absent is cleared.
         */
        put: operations["replaceUser"];
        post?: never;
        /**
         * Archive a user
         * @description It is hidden from lists and stays readable by its id. Refused while live records depend on it.
         */
        delete: operations["archiveUser"];
        options?: never;
        head?: never;
        /**
         * Change a user
         * @description A merge patch (RFC 7396): what is absent stays, null clears, lists are replaced whole.
         */
        patch: operations["updateUser"];
        trace?: never;
    };
    "/api/v1/users/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the history of a user
         * @description Every change with who made it and when, newest first.
         */
        get: operations["listUserHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}/invitation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make the link of an invitation
         * @description For a user whose account has no password yet. It is told once, is good for a week and for one use, and takes the
         *     place of an earlier one.
         */
        post: operations["inviteUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Restore a user
         * @description Takes it out of the archive.
         */
        post: operations["restoreUser"];
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
        /** @description What to sign in with beside the new password. */
        AcceptedInvitation: {
            email: string;
            /** @description The slug of the institution. */
            institution: string;
        };
        /**
         * @description What was done to a record.
         * @enum {string}
         */
        Action: "created" | "updated" | "transitioned" | "archived" | "restored";
        /** @description A binding instrument with one or more partners. */
        Agreement: {
            allowed_transitions: components["schemas"]["AllowedTransition"][];
            /**
             * Format: uuid
             * @description The instrument that this one amends.
             */
            amends_id?: string;
            /**
             * Format: date-time
             * @description Set when the record is archived: it is then hidden from lists and still readable by its id.
             */
            archived_at?: string;
            areas?: string[];
            /** Format: date-time */
            created_at: string;
            /**
             * Format: date
             * @description The last day of the first period; absent: without end.
             */
            ends_on?: string;
            /** @description In force on that day, and over within the institution's lead time. */
            expiring: boolean;
            /**
             * Format: uuid
             * @description UUIDv7, made by the server.
             */
            id: string;
            /**
             * @description What an agreement binds its parties to.
             * @enum {string}
             */
            kind: "exchange" | "joint_degree" | "joint_research" | "service" | "framework" | "inter_institutional";
            /** @description The languages of the text. */
            languages?: string[];
            /**
             * Format: date
             * @description The last day of all, renewals included; absent while no end is in sight.
             */
            last_on?: string;
            /**
             * @description Derived for the day of `as_of`.
             * @enum {string}
             */
            legal_status: "not_signed" | "upcoming" | "in_force" | "expired" | "terminated" | "superseded";
            /**
             * Format: date
             * @description Until when notice would end the period that runs.
             */
            notice_due_on?: string;
            /** @description The number in the institution's register; one instrument has it. */
            number?: string;
            our_signatories?: components["schemas"]["Signatory"][];
            /** @description The other sides, at least one. */
            parties: components["schemas"]["Party"][];
            /**
             * Format: date
             * @description The end of the period that runs on that day.
             */
            period_ends_on?: string;
            /**
             * Format: uuid
             * @description The instrument that this one renews.
             */
            predecessor_id?: string;
            renewal?: components["schemas"]["Renewal"];
            /** @description The place where it was signed. */
            signed_at?: string;
            /**
             * Format: date
             * @description The day it was signed. On POST it enters an instrument that is signed already; afterwards it is there if and
             *     only if the stage is `signed`.
             */
            signed_on?: string;
            /**
             * @description The work stage, moved by transitions.
             * @enum {string}
             */
            stage: "draft" | "review" | "negotiation" | "signing" | "signed" | "abandoned";
            /** Format: date */
            starts_on?: string;
            /**
             * Format: date
             * @description The day that a signed successor begins.
             */
            superseded_on?: string;
            tags?: string[];
            /**
             * Format: date
             * @description The first day on which it was no longer in force because a side ended it.
             */
            terminated_on?: string;
            termination_reason?: string;
            title: components["schemas"]["Names"];
            unit?: components["schemas"]["Unit"];
            /**
             * Format: uuid
             * @description The unit that the instrument belongs to; none: the whole institution.
             */
            unit_id?: string;
            /** Format: date-time */
            updated_at: string;
            /**
             * Format: int64
             * @description Grows with every change; the ETag.
             */
            version: number;
            /**
             * @default internal
             * @enum {string}
             */
            visibility?: "public" | "internal";
        };
        /**
         * @example {
         *       "ends_on": "2031-08-31",
         *       "kind": "exchange",
         *       "languages": [
         *         "en",
         *         "uz"
         *       ],
         *       "parties": [
         *         {
         *           "partner_id": "019ab000-0000-7000-8000-000000000001"
         *         }
         *       ],
         *       "renewal": {
         *         "months": 60,
         *         "notice_days": 180
         *       },
         *       "starts_on": "2026-09-01",
         *       "title": {
         *         "en": "Agreement on the exchange of students",
         *         "ru": "Соглашение об обмене студентами"
         *       },
         *       "visibility": "public"
         *     }
         */
        AgreementCreate: {
            /**
             * Format: uuid
             * @description The instrument that this one amends.
             */
            amends_id?: string | null;
            areas?: string[] | null;
            /**
             * Format: date
             * @description The last day of the first period; absent: without end.
             */
            ends_on?: string | null;
            /**
             * @description What an agreement binds its parties to.
             * @enum {string}
             */
            kind: "exchange" | "joint_degree" | "joint_research" | "service" | "framework" | "inter_institutional";
            /** @description The languages of the text. */
            languages?: string[] | null;
            /** @description The number in the institution's register; one instrument has it. */
            number?: string | null;
            our_signatories?: components["schemas"]["Signatory"][] | null;
            /** @description The other sides, at least one. */
            parties: components["schemas"]["PartyCreate"][];
            /**
             * Format: uuid
             * @description The instrument that this one renews.
             */
            predecessor_id?: string | null;
            renewal?: components["schemas"]["Renewal"] | null;
            /** @description The place where it was signed. */
            signed_at?: string | null;
            /**
             * Format: date
             * @description The day it was signed. On POST it enters an instrument that is signed already; afterwards it is there if and
             *     only if the stage is `signed`.
             */
            signed_on?: string | null;
            /** Format: date */
            starts_on?: string | null;
            tags?: string[] | null;
            /**
             * Format: date
             * @description The first day on which it was no longer in force because a side ended it.
             */
            terminated_on?: string | null;
            termination_reason?: string | null;
            title: components["schemas"]["Names"];
            /**
             * Format: uuid
             * @description The unit that the instrument belongs to; none: the whole institution.
             */
            unit_id?: string | null;
            /**
             * @default internal
             * @enum {string|null}
             */
            visibility?: "public" | "internal" | null;
        };
        /** @description A page of agreements. */
        AgreementPage: {
            items: (components["schemas"]["Agreement"] | components["schemas"]["AgreementSparse"])[];
            page: components["schemas"]["PageInfo"];
        };
        /**
         * @description A merge patch (RFC 7396): what is absent stays, null clears.
         * @example {
         *       "ends_on": "2031-08-31"
         *     }
         */
        AgreementPatch: {
            /**
             * Format: uuid
             * @description The instrument that this one amends.
             */
            amends_id?: string | null;
            areas?: string[] | null;
            /**
             * Format: date
             * @description The last day of the first period; absent: without end.
             */
            ends_on?: string | null;
            /**
             * @description What an agreement binds its parties to.
             * @enum {string}
             */
            kind?: "exchange" | "joint_degree" | "joint_research" | "service" | "framework" | "inter_institutional";
            /** @description The languages of the text. */
            languages?: string[] | null;
            /** @description The number in the institution's register; one instrument has it. */
            number?: string | null;
            our_signatories?: components["schemas"]["Signatory"][] | null;
            /** @description The other sides, at least one. */
            parties?: components["schemas"]["PartyCreate"][];
            /**
             * Format: uuid
             * @description The instrument that this one renews.
             */
            predecessor_id?: string | null;
            renewal?: components["schemas"]["Renewal"] | null;
            /** @description The place where it was signed. */
            signed_at?: string | null;
            /**
             * Format: date
             * @description The day it was signed. On POST it enters an instrument that is signed already; afterwards it is there if and
             *     only if the stage is `signed`.
             */
            signed_on?: string | null;
            /** Format: date */
            starts_on?: string | null;
            tags?: string[] | null;
            /**
             * Format: date
             * @description The first day on which it was no longer in force because a side ended it.
             */
            terminated_on?: string | null;
            termination_reason?: string | null;
            title?: components["schemas"]["Names"];
            /**
             * Format: uuid
             * @description The unit that the instrument belongs to; none: the whole institution.
             */
            unit_id?: string | null;
            /** @enum {string|null} */
            visibility?: "public" | "internal" | null;
        };
        /** @description The members that were asked for with `fields`. */
        AgreementSparse: {
            allowed_transitions?: components["schemas"]["AllowedTransition"][];
            /**
             * Format: uuid
             * @description The instrument that this one amends.
             */
            amends_id?: string;
            /**
             * Format: date-time
             * @description Set when the record is archived: it is then hidden from lists and still readable by its id.
             */
            archived_at?: string;
            areas?: string[];
            /** Format: date-time */
            created_at?: string;
            /**
             * Format: date
             * @description The last day of the first period; absent: without end.
             */
            ends_on?: string;
            /** @description In force on that day, and over within the institution's lead time. */
            expiring?: boolean;
            /**
             * Format: uuid
             * @description UUIDv7, made by the server.
             */
            id: string;
            /**
             * @description What an agreement binds its parties to.
             * @enum {string}
             */
            kind?: "exchange" | "joint_degree" | "joint_research" | "service" | "framework" | "inter_institutional";
            /** @description The languages of the text. */
            languages?: string[];
            /**
             * Format: date
             * @description The last day of all, renewals included; absent while no end is in sight.
             */
            last_on?: string;
            /**
             * @description Derived for the day of `as_of`.
             * @enum {string}
             */
            legal_status?: "not_signed" | "upcoming" | "in_force" | "expired" | "terminated" | "superseded";
            /**
             * Format: date
             * @description Until when notice would end the period that runs.
             */
            notice_due_on?: string;
            /** @description The number in the institution's register; one instrument has it. */
            number?: string;
            our_signatories?: components["schemas"]["Signatory"][];
            /** @description The other sides, at least one. */
            parties?: components["schemas"]["Party"][];
            /**
             * Format: date
             * @description The end of the period that runs on that day.
             */
            period_ends_on?: string;
            /**
             * Format: uuid
             * @description The instrument that this one renews.
             */
            predecessor_id?: string;
            renewal?: components["schemas"]["Renewal"];
            /** @description The place where it was signed. */
            signed_at?: string;
            /**
             * Format: date
             * @description The day it was signed. On POST it enters an instrument that is signed already; afterwards it is there if and
             *     only if the stage is `signed`.
             */
            signed_on?: string;
            /**
             * @description The work stage, moved by transitions.
             * @enum {string}
             */
            stage?: "draft" | "review" | "negotiation" | "signing" | "signed" | "abandoned";
            /** Format: date */
            starts_on?: string;
            /**
             * Format: date
             * @description The day that a signed successor begins.
             */
            superseded_on?: string;
            tags?: string[];
            /**
             * Format: date
             * @description The first day on which it was no longer in force because a side ended it.
             */
            terminated_on?: string;
            termination_reason?: string;
            title?: components["schemas"]["Names"];
            unit?: components["schemas"]["Unit"];
            /**
             * Format: uuid
             * @description The unit that the instrument belongs to; none: the whole institution.
             */
            unit_id?: string;
            /** Format: date-time */
            updated_at?: string;
            /**
             * Format: int64
             * @description Grows with every change; the ETag.
             */
            version?: number;
            /**
             * @default internal
             * @enum {string}
             */
            visibility?: "public" | "internal";
        };
        /**
         * @description The state to move to. A comment stays in the history.
         * @example {
         *       "comment": "By order of the rector",
         *       "to": "review"
         *     }
         */
        AgreementTransition: {
            comment?: string | null;
            /**
             * Format: date
             * @description The day it took effect; today if absent.
             */
            on?: string | null;
            /** @enum {string} */
            to: "draft" | "review" | "negotiation" | "signing" | "signed" | "abandoned";
        };
        /** @description A state that a record can move to. */
        AllowedTransition: {
            allowed: boolean;
            /** @description Why not, as the code of a problem's reason. */
            reason?: string;
            to: string;
        };
        /** @description A change that happened. */
        Change: {
            /** @description Was the record archived? */
            deleted: boolean;
            /**
             * Format: uuid
             * @description UUIDv7, made by the server.
             */
            id: string;
            /**
             * Format: int64
             * @description Grows by one with each change of the institution, in the order of commits.
             */
            seq: number;
            /** @description The kind of record, such as `agreement`. */
            type: string;
            /** Format: int64 */
            version: number;
        };
        /** @description Changes in the order they were committed. */
        Changes: {
            /** @description Is there more to fetch at once? */
            has_more: boolean;
            items: components["schemas"]["Change"][];
            /** @description Ask again with this: it is always there, also when nothing is new. */
            next_cursor: string;
        };
        /** @description The codes of a list, in the order of the codes. */
        CodeList: {
            items: components["schemas"]["CodeListItem"][];
        };
        /** @description A code and what it is called. */
        CodeListItem: {
            code: string;
            labels: components["schemas"]["CodeListLabels"];
            /** @description Of a field of education: `broad`, `narrow` or `detailed`. */
            level?: string;
            /**
             * Format: int32
             * @description Decimals of a currency.
             */
            minor_units?: number;
            /** @description The code one level up. */
            parent?: string;
        };
        /** @description The label in each language. */
        CodeListLabels: {
            en: string;
            ru: string;
            tg: string;
            uz: string;
            "uz-Cyrl": string;
        };
        /** @description The code lists there are. */
        CodeLists: {
            items: components["schemas"]["ListName"][];
        };
        /** @description A partner in a project. */
        ConsortiumMember: {
            partner?: components["schemas"]["Partner"];
            /**
             * Format: uuid
             * @description UUIDv7, made by the server.
             */
            partner_id: string;
            /**
             * @description The part that a side takes in a project.
             * @enum {string}
             */
            role: "coordinator" | "beneficiary" | "associated" | "in_kind";
        };
        /** @description A partner in a project. */
        ConsortiumMemberCreate: {
            /**
             * Format: uuid
             * @description UUIDv7, made by the server.
             */
            partner_id: string;
            /**
             * @description The part that a side takes in a project.
             * @enum {string}
             */
            role: "coordinator" | "beneficiary" | "associated" | "in_kind";
        };
        CountryCount: {
            /** Format: int64 */
            count: number;
            country: string;
        };
        /** @description A record, and the day by which something is to be done about it. */
        Deadline: {
            /**
             * Format: date
             * @description The day; in the past where it has been missed.
             */
            on: string;
            /** @description The first partner it concerns. */
            partner_names?: components["schemas"]["Names"];
            /** @description The student it is about. */
            person_name?: string;
            /** @description The kind of record, such as `agreement`. */
            record: string;
            /**
             * Format: uuid
             * @description UUIDv7, made by the server.
             */
            record_id: string;
            /** @description What the record is called. */
            title?: components["schemas"]["Names"];
        };
        /** @description The deadlines of one kind, the earliest first. */
        DeadlineGroup: {
            /** @description How many there are; `items` has the first of them. */
            count: number;
            items: components["schemas"]["Deadline"][];
            /**
             * @description Why something is due.
             * @enum {string}
             */
            kind: "instrument_lapsed" | "instrument_expiring" | "notice_due" | "stage_overdue" | "project_ending" | "nomination_unfinished";
        };
        /** @description What is due, group by group, for the day. */
        Deadlines: {
            /** Format: date */
            as_of: string;
            groups: components["schemas"]["DeadlineGroup"][];
        };
        DirectionCounts: {
            /** Format: int64 */
            incoming: number;
            /** Format: int64 */
            outgoing: number;
        };
        /** @description A student at a partner for a time, or a partner's student here. */
        ExchangeStudent: {
            /**
             * Format: academic-year
             * @description Two calendar years that follow each other; from 1 September to 31 August.
             * @example 2026/2027
             */
            academic_year: string;
            /**
             * Format: date
             * @description The day of arrival. There once the status is `arrived`; the transition sets it.
             */
            actual_from?: string;
            /**
             * Format: date
             * @description The last day. There once the status is `completed`; the transition sets it.
             */
            actual_to?: string;
            agreement?: components["schemas"]["Agreement"];
            /**
             * Format: uuid
             * @description The agreement that the exchange rests on; the partner is one of its parties.
             */
            agreement_id?: string;
            allowed_transitions: components["schemas"]["AllowedTransition"][];
            /**
             * Format: date-time
             * @description Set when the record is archived: it is then hidden from lists and still readable by its id.
             */
            archived_at?: string;
            /** Format: date-time */
            created_at: string;
            /**
             * @description Out to a partner, or in from one.
             * @enum {string}
             */
            direction: "outgoing" | "incoming";
            /**
             * Format: isced-f
             * @description A detailed field of ISCED-F 2013: four digits of /code-lists/isced-f.
             * @example 0732
             */
            field: string;
            funding_programme?: components["schemas"]["FundingProgramme"];
            /**
             * Format: uuid
             * @description UUIDv7, made by the server.
             */
            funding_programme_id?: string;
            /** @description What the student receives for the whole stay. */
            grant?: components["schemas"]["Money"];
            /**
             * Format: uuid
             * @description UUIDv7, made by the server.
             */
            id: string;
            /** @enum {string} */
            kind: "studies" | "traineeship" | "blended" | "short_doctoral";
            /**
             * Format: language
             * @description The language of instruction.
             * @example en
             */
            language?: string;
            /**
             * Format: int32
             * @description EQF: 5 short cycle, 6 bachelor, 7 master, 8 doctorate.
             */
            level: number;
            partner?: components["schemas"]["Partner"];
            /**
             * Format: uuid
             * @description The other institution: the host of an outgoing student, the home of an incoming one.
             */
            partner_id: string;
            person?: components["schemas"]["Person"];
            /**
             * Format: uuid
             * @description The student.
             */
            person_id: string;
            /**
             * Format: date
             * @description From 1 July before the academic year to its last day, 31 August.
             */
            planned_from: string;
            /** Format: date */
            planned_to: string;
            /**
             * @description How far an exchange has come; moved by transitions.
             * @enum {string}
             */
            status: "applied" | "nominated" | "accepted" | "arrived" | "completed" | "recognised" | "rejected" | "withdrawn" | "cancelled";
            tags?: string[];
            /**
             * @description The part of the academic year.
             * @enum {string}
             */
            term: "autumn" | "spring" | "full_year" | "summer";
            unit?: components["schemas"]["Unit"];
            /**
             * Format: uuid
             * @description The unit that sends or receives the student.
             */
            unit_id?: string;
            /** Format: date-time */
            updated_at: string;
            /**
             * Format: int64
             * @description Grows with every change; the ETag.
             */
            version: number;
        };
        /**
         * @example {
         *       "academic_year": "2026/2027",
         *       "direction": "outgoing",
         *       "field": "0732",
         *       "grant": {
         *         "amount": "4250.00",
         *         "currency": "EUR"
         *       },
         *       "kind": "studies",
         *       "language": "en",
         *       "level": 6,
         *       "partner_id": "01970000-0000-7000-8000-000000000002",
         *       "person_id": "01970000-0000-7000-8000-000000000001",
         *       "planned_from": "2027-02-08",
         *       "planned_to": "2027-06-30",
         *       "status": "nominated",
         *       "term": "spring"
         *     }
         */
        ExchangeStudentCreate: {
            /**
             * Format: academic-year
             * @description Two calendar years that follow each other; from 1 September to 31 August.
             * @example 2026/2027
             */
            academic_year: string;
            /**
             * Format: date
             * @description The day of arrival. There once the status is `arrived`; the transition sets it.
             */
            actual_from?: string | null;
            /**
             * Format: date
             * @description The last day. There once the status is `completed`; the transition sets it.
             */
            actual_to?: string | null;
            /**
             * Format: uuid
             * @description The agreement that the exchange rests on; the partner is one of its parties.
             */
            agreement_id?: string | null;
            /**
             * @description Out to a partner, or in from one.
             * @enum {string}
             */
            direction: "outgoing" | "incoming";
            /**
             * Format: isced-f
             * @description A detailed field of ISCED-F 2013: four digits of /code-lists/isced-f.
             * @example 0732
             */
            field: string;
            /**
             * Format: uuid
             * @description UUIDv7, made by the server.
             */
            funding_programme_id?: string | null;
            grant?: components["schemas"]["Money"] | null;
            /** @enum {string} */
            kind: "studies" | "traineeship" | "blended" | "short_doctoral";
            /**
             * Format: language
             * @description The language of instruction.
             * @example en
             */
            language?: string | null;
            /**
             * Format: int32
             * @description EQF: 5 short cycle, 6 bachelor, 7 master, 8 doctorate.
             */
            level: number;
            /**
             * Format: uuid
             * @description The other institution: the host of an outgoing student, the home of an incoming one.
             */
            partner_id: string;
            /**
             * Format: uuid
             * @description The student.
             */
            person_id: string;
            /**
             * Format: date
             * @description From 1 July before the academic year to its last day, 31 August.
             */
            planned_from: string;
            /** Format: date */
            planned_to: string;
            /**
             * @description On POST the status that the exchange has already, `applied` if absent. Afterwards it is moved by transitions:
             *     another status than the present one is refused, and an absent one stays.
             * @enum {string|null}
             */
            status?: "applied" | "nominated" | "accepted" | "arrived" | "completed" | "recognised" | "rejected" | "withdrawn" | "cancelled" | null;
            tags?: string[] | null;
            /**
             * @description The part of the academic year.
             * @enum {string}
             */
            term: "autumn" | "spring" | "full_year" | "summer";
            /**
             * Format: uuid
             * @description The unit that sends or receives the student.
             */
            unit_id?: string | null;
        };
        /** @description A page of exchange students. */
        ExchangeStudentPage: {
            items: (components["schemas"]["ExchangeStudent"] | components["schemas"]["ExchangeStudentSparse"])[];
            page: components["schemas"]["PageInfo"];
        };
        /**
         * @description A merge patch (RFC 7396): what is absent stays, null clears.
         * @example {
         *       "grant": {
         *         "amount": "4250.00",
         *         "currency": "EUR"
         *       }
         *     }
         */
        ExchangeStudentPatch: {
            /**
             * Format: academic-year
             * @description Two calendar years that follow each other; from 1 September to 31 August.
             * @example 2026/2027
             */
            academic_year?: string;
            /**
             * Format: date
             * @description The day of arrival. There once the status is `arrived`; the transition sets it.
             */
            actual_from?: string | null;
            /**
             * Format: date
             * @description The last day. There once the status is `completed`; the transition sets it.
             */
            actual_to?: string | null;
            /**
             * Format: uuid
             * @description The agreement that the exchange rests on; the partner is one of its parties.
             */
            agreement_id?: string | null;
            /**
             * @description Out to a partner, or in from one.
             * @enum {string}
             */
            direction?: "outgoing" | "incoming";
            /**
             * Format: isced-f
             * @description A detailed field of ISCED-F 2013: four digits of /code-lists/isced-f.
             * @example 0732
             */
            field?: string;
            /**
             * Format: uuid
             * @description UUIDv7, made by the server.
             */
            funding_programme_id?: string | null;
            grant?: components["schemas"]["Money"] | null;
            /** @enum {string} */
            kind?: "studies" | "traineeship" | "blended" | "short_doctoral";
            /**
             * Format: language
             * @description The language of instruction.
             * @example en
             */
            language?: string | null;
            /**
             * Format: int32
             * @description EQF: 5 short cycle, 6 bachelor, 7 master, 8 doctorate.
             */
            level?: number;
            /**
             * Format: uuid
             * @description The other institution: the host of an outgoing student, the home of an incoming one.
             */
            partner_id?: string;
            /**
             * Format: uuid
             * @description The student.
             */
            person_id?: string;
            /**
             * Format: date
             * @description From 1 July before the academic year to its last day, 31 August.
             */
            planned_from?: string;
            /** Format: date */
            planned_to?: string;
            /**
             * @description On POST the status that the exchange has already, `applied` if absent. Afterwards it is moved by transitions:
             *     another status than the present one is refused, and an absent one stays.
             * @enum {string|null}
             */
            status?: "applied" | "nominated" | "accepted" | "arrived" | "completed" | "recognised" | "rejected" | "withdrawn" | "cancelled" | null;
            tags?: string[] | null;
            /**
             * @description The part of the academic year.
             * @enum {string}
             */
            term?: "autumn" | "spring" | "full_year" | "summer";
            /**
             * Format: uuid
             * @description The unit that sends or receives the student.
             */
            unit_id?: string | null;
        };
        /** @description The members that were asked for with `fields`. */
        ExchangeStudentSparse: {
            /**
             * Format: academic-year
             * @description Two calendar years that follow each other; from 1 September to 31 August.
             * @example 2026/2027
             */
            academic_year?: string;
            /**
             * Format: date
             * @description The day of arrival. There once the status is `arrived`; the transition sets it.
             */
            actual_from?: string;
            /**
             * Format: date
             * @description The last day. There once the status is `completed`; the transition sets it.
             */
            actual_to?: string;
            agreement?: components["schemas"]["Agreement"];
            /**
             * Format: uuid
             * @description The agreement that the exchange rests on; the partner is one of its parties.
             */
            agreement_id?: string;
            allowed_transitions?: components["schemas"]["AllowedTransition"][];
            /**
             * Format: date-time
             * @description Set when the record is archived: it is then hidden from lists and still readable by its id.
             */
            archived_at?: string;
            /** Format: date-time */
            created_at?: string;
            /**
             * @description Out to a partner, or in from one.
             * @enum {string}
             */
            direction?: "outgoing" | "incoming";
            /**
             * Format: isced-f
             * @description A detailed field of ISCED-F 2013: four digits of /code-lists/isced-f.
             * @example 0732
             */
            field?: string;
            funding_programme?: components["schemas"]["FundingProgramme"];
            /**
             * Format: uuid
             * @description UUIDv7, made by the server.
             */
            funding_programme_id?: string;
            /** @description What the student receives for the whole stay. */
            grant?: components["schemas"]["Money"];
            /**
             * Format: uuid
             * @description UUIDv7, made by the server.
             */
            id: string;
            /** @enum {string} */
            kind?: "studies" | "traineeship" | "blended" | "short_doctoral";
            /**
             * Format: language
             * @description The language of instruction.
             * @example en
             */
            language?: string;
            /**
             * Format: int32
             * @description EQF: 5 short cycle, 6 bachelor, 7 master, 8 doctorate.
             */
            level?: number;
            partner?: components["schemas"]["Partner"];
            /**
             * Format: uuid
             * @description The other institution: the host of an outgoing student, the home of an incoming one.
             */
            partner_id?: string;
            person?: components["schemas"]["Person"];
            /**
             * Format: uuid
             * @description The student.
             */
            person_id?: string;
            /**
             * Format: date
             * @description From 1 July before the academic year to its last day, 31 August.
             */
            planned_from?: string;
            /** Format: date */
            planned_to?: string;
            /**
             * @description How far an exchange has come; moved by transitions.
             * @enum {string}
             */
            status?: "applied" | "nominated" | "accepted" | "arrived" | "completed" | "recognised" | "rejected" | "withdrawn" | "cancelled";
            tags?: string[];
            /**
             * @description The part of the academic year.
             * @enum {string}
             */
            term?: "autumn" | "spring" | "full_year" | "summer";
            unit?: components["schemas"]["Unit"];
            /**
             * Format: uuid
             * @description The unit that sends or receives the student.
             */
            unit_id?: string;
            /** Format: date-time */
            updated_at?: string;
            /**
             * Format: int64
             * @description Grows with every change; the ETag.
             */
            version?: number;
        };
        /**
         * @description The state to move to. A comment stays in the history.
         * @example {
         *       "comment": "By order of the rector",
         *       "to": "nominated"
         *     }
         */
        ExchangeStudentTransition: {
            comment?: string | null;
            /**
             * Format: date
             * @description The day it took effect; today if absent.
             */
            on?: string | null;
            /** @enum {string} */
            to: "applied" | "nominated" | "accepted" | "arrived" | "completed" | "recognised" | "rejected" | "withdrawn" | "cancelled";
        };
        /** @description A code that others know the partner by; one partner of an institution has it. */
        ExternalId: {
            /**
             * @description Who gave a code.
             * @enum {string}
             */
            scheme: "schac" | "erasmus" | "pic" | "oid" | "ror" | "hemis";
            value: string;
        };
        /** @description What the records say on a day. */
        Figures: {
            /** Format: int64 */
            agreements_in_force: number;
            /** @description Students of the academic year that the day lies in, from acceptance on. */
            exchange_students_by_direction: components["schemas"]["DirectionCounts"];
            grant_projects_by_programme: components["schemas"]["ProgrammeCount"][];
            /** Format: int64 */
            grant_projects_running: number;
            /** @description The whole budgets of the projects running, each currency by itself. */
            grant_totals: components["schemas"]["Money"][];
            /** @description An instrument with parties in two countries counts in both. */
            instruments_by_country: components["schemas"]["CountryCount"][];
            /**
             * Format: int64
             * @description Agreements and memoranda together.
             */
            instruments_in_force: number;
            /** Format: int64 */
            memoranda_in_force: number;
            /**
             * Format: int64
             * @description Countries of foreign partners that contact had been made with by then and that were not closed.
             */
            partner_countries: number;
            /**
             * Format: int64
             * @description Those partners, of every kind.
             */
            partner_institutions: number;
            partners_by_kind: components["schemas"]["KindCount"][];
        };
        /** @description A name that the partner had. */
        FormerName: {
            names: components["schemas"]["Names"];
            /**
             * Format: date
             * @description The last day of the name.
             */
            until_on?: string | null;
        };
        /**
         * @description What pays for projects and mobility.
         * @example {
         *       "code": "CBHE",
         *       "funder": {
         *         "en": "European Union",
         *         "uz": "Yevropa Ittifoqi"
         *       },
         *       "kind": "grant",
         *       "names": {
         *         "en": "Erasmus+ Capacity Building in Higher Education"
         *       },
         *       "tags": [
         *         "erasmus+"
         *       ],
         *       "website": "https://erasmus-plus.ec.europa.eu"
         *     }
         */
        FundingProgramme: {
            /**
             * Format: date-time
             * @description Set when the record is archived: it is then hidden from lists and still readable by its id.
             */
            archived_at?: string;
            /** @description The short name that the funder uses; one programme of the institution has it. */
            code?: string;
            /** Format: date-time */
            created_at: string;
            /** @description Who pays. */
            funder: components["schemas"]["Names"];
            /**
             * Format: uuid
             * @description UUIDv7, made by the server.
             */
            id: string;
            /**
             * @description What a programme gives.
             * @enum {string}
             */
            kind: "grant" | "scholarship" | "mobility" | "loan";
            names: components["schemas"]["Names"];
            tags?: string[];
            /** Format: date-time */
            updated_at: string;
            /**
             * Format: int64
             * @description Grows with every change; the ETag.
             */
            version: number;
            website?: string;
        };
        /**
         * @example {
         *       "code": "CBHE",
         *       "funder": {
         *         "en": "European Union",
         *         "uz": "Yevropa Ittifoqi"
         *       },
         *       "kind": "grant",
         *       "names": {
         *         "en": "Erasmus+ Capacity Building in Higher Education"
         *       },
         *       "tags": [
         *         "erasmus+"
         *       ],
         *       "website": "https://erasmus-plus.ec.europa.eu"
         *     }
         */
        FundingProgrammeCreate: {
            /** @description The short name that the funder uses; one programme of the institution has it. */
            code?: string | null;
            /** @description Who pays. */
            funder: components["schemas"]["Names"];
            /**
             * @description What a programme gives.
             * @enum {string}
             */
            kind: "grant" | "scholarship" | "mobility" | "loan";
            names: components["schemas"]["Names"];
            tags?: string[] | null;
            website?: string | null;
        };
        /** @description A page of funding programmes. */
        FundingProgrammePage: {
            items: (components["schemas"]["FundingProgramme"] | components["schemas"]["FundingProgrammeSparse"])[];
            page: components["schemas"]["PageInfo"];
        };
        /**
         * @description A merge patch (RFC 7396): what is absent stays, null clears.
         * @example {
         *       "code": "CBHE"
         *     }
         */
        FundingProgrammePatch: {
            /** @description The short name that the funder uses; one programme of the institution has it. */
            code?: string | null;
            /** @description Who pays. */
            funder?: components["schemas"]["Names"];
            /**
             * @description What a programme gives.
             * @enum {string}
             */
            kind?: "grant" | "scholarship" | "mobility" | "loan";
            names?: components["schemas"]["Names"];
            tags?: string[] | null;
            website?: string | null;
        };
        /** @description The members that were asked for with `fields`. */
        FundingProgrammeSparse: {
            /**
             * Format: date-time
             * @description Set when the record is archived: it is then hidden from lists and still readable by its id.
             */
            archived_at?: string;
            /** @description The short name that the funder uses; one programme of the institution has it. */
            code?: string;
            /** Format: date-time */
            created_at?: string;
            /** @description Who pays. */
            funder?: components["schemas"]["Names"];
            /**
             * Format: uuid
             * @description UUIDv7, made by the server.
             */
            id: string;
            /**
             * @description What a programme gives.
             * @enum {string}
             */
            kind?: "grant" | "scholarship" | "mobility" | "loan";
            names?: components["schemas"]["Names"];
            tags?: string[];
            /** Format: date-time */
            updated_at?: string;
            /**
             * Format: int64
             * @description Grows with every change; the ETag.
             */
            version?: number;
            website?: string;
        };
        /** @description A project that a funding programme pays for, or that is being prepared for one. */
        GrantProject: {
            acronym?: string;
            allowed_transitions: components["schemas"]["AllowedTransition"][];
            /**
             * Format: date-time
             * @description Set when the record is archived: it is then hidden from lists and still readable by its id.
             */
            archived_at?: string;
            areas?: string[];
            /** @description The call for proposals that it answers. */
            call?: string;
            /** @description What we add of our own. */
            co_funding?: components["schemas"]["Money"];
            /** @description The partners that take part; none twice, and with ourselves at most one coordinator. */
            consortium?: components["schemas"]["ConsortiumMember"][];
            /** Format: date-time */
            created_at: string;
            /**
             * Format: date
             * @description The last day. Needed when the status is `closed`.
             */
            ends_on?: string;
            funding_programme?: components["schemas"]["FundingProgramme"];
            /**
             * Format: uuid
             * @description UUIDv7, made by the server.
             */
            funding_programme_id: string;
            /**
             * Format: uuid
             * @description UUIDv7, made by the server.
             */
            id: string;
            lead?: components["schemas"]["Person"];
            /**
             * Format: uuid
             * @description The person who leads it here.
             */
            lead_id?: string;
            /**
             * @description The part that a side takes in a project.
             * @enum {string}
             */
            our_role: "coordinator" | "beneficiary" | "associated" | "in_kind";
            /** @description What of it is ours; in the same currency it is not more than the whole. */
            our_share?: components["schemas"]["Money"];
            /** @description The number that the funder gave it. */
            reference?: string;
            /** @description Running, or closed since, and the day of `as_of` lies within its dates. */
            running: boolean;
            /**
             * Format: date
             * @description Needed when the status is `running` or `closed`, and of a new project that is `awarded`.
             */
            starts_on?: string;
            /**
             * @description How far people have brought a project; moved by transitions.
             * @enum {string}
             */
            status: "idea" | "preparing" | "submitted" | "awarded" | "running" | "closed" | "rejected" | "withdrawn";
            summary?: string;
            tags?: string[];
            title: components["schemas"]["Names"];
            /** @description What the whole project costs the funder. */
            total_budget?: components["schemas"]["Money"];
            unit?: components["schemas"]["Unit"];
            /**
             * Format: uuid
             * @description The unit that the project belongs to; none: the whole institution.
             */
            unit_id?: string;
            /** Format: date-time */
            updated_at: string;
            /**
             * Format: int64
             * @description Grows with every change; the ETag.
             */
            version: number;
            website?: string;
        };
        /**
         * @example {
         *       "acronym": "TOURISM-TJ",
         *       "areas": [
         *         "tourism"
         *       ],
         *       "consortium": [
         *         {
         *           "partner_id": "01970000-0000-7000-8000-000000000002",
         *           "role": "coordinator"
         *         }
         *       ],
         *       "ends_on": "2029-10-14",
         *       "funding_programme_id": "01970000-0000-7000-8000-000000000001",
         *       "our_role": "beneficiary",
         *       "our_share": {
         *         "amount": "120000.00",
         *         "currency": "EUR"
         *       },
         *       "starts_on": "2026-10-15",
         *       "status": "running",
         *       "title": {
         *         "en": "Tourism Development in the Republic of Tajikistan"
         *       },
         *       "total_budget": {
         *         "amount": "950000.00",
         *         "currency": "EUR"
         *       }
         *     }
         */
        GrantProjectCreate: {
            acronym?: string | null;
            areas?: string[] | null;
            /** @description The call for proposals that it answers. */
            call?: string | null;
            co_funding?: components["schemas"]["Money"] | null;
            /** @description The partners that take part; none twice, and with ourselves at most one coordinator. */
            consortium?: components["schemas"]["ConsortiumMemberCreate"][] | null;
            /**
             * Format: date
             * @description The last day. Needed when the status is `closed`.
             */
            ends_on?: string | null;
            /**
             * Format: uuid
             * @description UUIDv7, made by the server.
             */
            funding_programme_id: string;
            /**
             * Format: uuid
             * @description The person who leads it here.
             */
            lead_id?: string | null;
            /**
             * @description The part that a side takes in a project.
             * @enum {string}
             */
            our_role: "coordinator" | "beneficiary" | "associated" | "in_kind";
            our_share?: components["schemas"]["Money"] | null;
            /** @description The number that the funder gave it. */
            reference?: string | null;
            /**
             * Format: date
             * @description Needed when the status is `running` or `closed`, and of a new project that is `awarded`.
             */
            starts_on?: string | null;
            /**
             * @description On POST the status that the project has already, `idea` if absent. Afterwards it is moved by transitions:
             *     another status than the present one is refused, and an absent one stays.
             * @enum {string|null}
             */
            status?: "idea" | "preparing" | "submitted" | "awarded" | "running" | "closed" | "rejected" | "withdrawn" | null;
            summary?: string | null;
            tags?: string[] | null;
            title: components["schemas"]["Names"];
            total_budget?: components["schemas"]["Money"] | null;
            /**
             * Format: uuid
             * @description The unit that the project belongs to; none: the whole institution.
             */
            unit_id?: string | null;
            website?: string | null;
        };
        /** @description A page of grant projects. */
        GrantProjectPage: {
            items: (components["schemas"]["GrantProject"] | components["schemas"]["GrantProjectSparse"])[];
            page: components["schemas"]["PageInfo"];
        };
        /**
         * @description A merge patch (RFC 7396): what is absent stays, null clears.
         * @example {
         *       "acronym": "TOURISM-TJ"
         *     }
         */
        GrantProjectPatch: {
            acronym?: string | null;
            areas?: string[] | null;
            /** @description The call for proposals that it answers. */
            call?: string | null;
            co_funding?: components["schemas"]["Money"] | null;
            /** @description The partners that take part; none twice, and with ourselves at most one coordinator. */
            consortium?: components["schemas"]["ConsortiumMemberCreate"][] | null;
            /**
             * Format: date
             * @description The last day. Needed when the status is `closed`.
             */
            ends_on?: string | null;
            /**
             * Format: uuid
             * @description UUIDv7, made by the server.
             */
            funding_programme_id?: string;
            /**
             * Format: uuid
             * @description The person who leads it here.
             */
            lead_id?: string | null;
            /**
             * @description The part that a side takes in a project.
             * @enum {string}
             */
            our_role?: "coordinator" | "beneficiary" | "associated" | "in_kind";
            our_share?: components["schemas"]["Money"] | null;
            /** @description The number that the funder gave it. */
            reference?: string | null;
            /**
             * Format: date
             * @description Needed when the status is `running` or `closed`, and of a new project that is `awarded`.
             */
            starts_on?: string | null;
            /**
             * @description On POST the status that the project has already, `idea` if absent. Afterwards it is moved by transitions:
             *     another status than the present one is refused, and an absent one stays.
             * @enum {string|null}
             */
            status?: "idea" | "preparing" | "submitted" | "awarded" | "running" | "closed" | "rejected" | "withdrawn" | null;
            summary?: string | null;
            tags?: string[] | null;
            title?: components["schemas"]["Names"];
            total_budget?: components["schemas"]["Money"] | null;
            /**
             * Format: uuid
             * @description The unit that the project belongs to; none: the whole institution.
             */
            unit_id?: string | null;
            website?: string | null;
        };
        /** @description The members that were asked for with `fields`. */
        GrantProjectSparse: {
            acronym?: string;
            allowed_transitions?: components["schemas"]["AllowedTransition"][];
            /**
             * Format: date-time
             * @description Set when the record is archived: it is then hidden from lists and still readable by its id.
             */
            archived_at?: string;
            areas?: string[];
            /** @description The call for proposals that it answers. */
            call?: string;
            /** @description What we add of our own. */
            co_funding?: components["schemas"]["Money"];
            /** @description The partners that take part; none twice, and with ourselves at most one coordinator. */
            consortium?: components["schemas"]["ConsortiumMember"][];
            /** Format: date-time */
            created_at?: string;
            /**
             * Format: date
             * @description The last day. Needed when the status is `closed`.
             */
            ends_on?: string;
            funding_programme?: components["schemas"]["FundingProgramme"];
            /**
             * Format: uuid
             * @description UUIDv7, made by the server.
             */
            funding_programme_id?: string;
            /**
             * Format: uuid
             * @description UUIDv7, made by the server.
             */
            id: string;
            lead?: components["schemas"]["Person"];
            /**
             * Format: uuid
             * @description The person who leads it here.
             */
            lead_id?: string;
            /**
             * @description The part that a side takes in a project.
             * @enum {string}
             */
            our_role?: "coordinator" | "beneficiary" | "associated" | "in_kind";
            /** @description What of it is ours; in the same currency it is not more than the whole. */
            our_share?: components["schemas"]["Money"];
            /** @description The number that the funder gave it. */
            reference?: string;
            /** @description Running, or closed since, and the day of `as_of` lies within its dates. */
            running?: boolean;
            /**
             * Format: date
             * @description Needed when the status is `running` or `closed`, and of a new project that is `awarded`.
             */
            starts_on?: string;
            /**
             * @description How far people have brought a project; moved by transitions.
             * @enum {string}
             */
            status?: "idea" | "preparing" | "submitted" | "awarded" | "running" | "closed" | "rejected" | "withdrawn";
            summary?: string;
            tags?: string[];
            title?: components["schemas"]["Names"];
            /** @description What the whole project costs the funder. */
            total_budget?: components["schemas"]["Money"];
            unit?: components["schemas"]["Unit"];
            /**
             * Format: uuid
             * @description The unit that the project belongs to; none: the whole institution.
             */
            unit_id?: string;
            /** Format: date-time */
            updated_at?: string;
            /**
             * Format: int64
             * @description Grows with every change; the ETag.
             */
            version?: number;
            website?: string;
        };
        /** @description The sums of one currency; nothing is converted. */
        GrantProjectTotal: {
            /**
             * Format: currency
             * @description ISO 4217, see /code-lists/currencies.
             * @example EUR
             */
            currency: string;
            /** @description Of the projects whose share of ours is in this currency. */
            our_share?: components["schemas"]["Money"];
            /**
             * Format: int64
             * @description How many projects have a budget or a share of ours in this currency.
             */
            projects: number;
            /** @description Of the projects whose whole budget is in this currency. */
            total_budget: components["schemas"]["Money"];
        };
        /** @description What the running projects are worth, one item for each currency. */
        GrantProjectTotals: {
            items: components["schemas"]["GrantProjectTotal"][];
        };
        /**
         * @description The state to move to. A comment stays in the history.
         * @example {
         *       "comment": "By order of the rector",
         *       "to": "preparing"
         *     }
         */
        GrantProjectTransition: {
            comment?: string | null;
            /**
             * Format: date
             * @description The day it took effect; today if absent.
             */
            on?: string | null;
            /** @enum {string} */
            to: "idea" | "preparing" | "submitted" | "awarded" | "running" | "closed" | "rejected" | "withdrawn";
        };
        /** @description Newest first. */
        History: {
            items: components["schemas"]["HistoryEntry"][];
            /**
             * Format: int64
             * @description Ask again with `before` set to this for older entries.
             */
            next_before?: number;
        };
        /** @description One change of one record. */
        HistoryEntry: {
            action: components["schemas"]["Action"];
            /**
             * Format: uuid
             * @description Who did it; absent when the system did.
             */
            actor_id?: string;
            actor_name?: string;
            /** Format: date-time */
            at: string;
            /** @description `{field: {from, to}}`; an absent side had or has no value. */
            changes: Record<string, never>;
            comment?: string;
            /** @description SHA-256 over this entry and the hash of the one before it, in hexadecimal. */
            hash: string;
            /** @description The kind of record, such as `agreement`. */
            record: string;
            /**
             * Format: uuid
             * @description UUIDv7, made by the server.
             */
            record_id: string;
            /** @description The X-Request-Id of the request that did it. */
            request_id: string;
            /**
             * Format: int64
             * @description Its place in the journal of the institution, in the order of commits.
             */
            seq: number;
            /**
             * Format: int64
             * @description The version that the change made.
             */
            version: number;
        };
        /** @description A passport, a visa, or a permit to stay. */
        IdentityDocument: {
            /**
             * Format: country
             * @description The country that issued it.
             * @example UZ
             */
            country: string;
            /**
             * Format: date
             * @description The last day it is good for.
             */
            expires_on?: string | null;
            /** Format: date */
            issued_on?: string | null;
            /** @enum {string} */
            kind: "passport" | "visa" | "residence_permit" | "registration";
            number: string;
        };
        /**
         * @description The university or institute whose cooperation office keeps these records.
         * @example {
         *       "city": "Tashkent",
         *       "country": "UZ",
         *       "default_language": "uz",
         *       "lead_days": 90,
         *       "names": {
         *         "en": "Uzbekistan State Institute of Arts and Culture"
         *       },
         *       "office": {
         *         "email": "office@example.uz",
         *         "names": {
         *           "en": "Department of International Cooperation"
         *         }
         *       },
         *       "short_names": {
         *         "en": "UzSIAC"
         *       },
         *       "time_zone": "Asia/Tashkent"
         *     }
         */
        Institution: {
            address?: string;
            /**
             * Format: date-time
             * @description Set when the record is archived: it is then hidden from lists and still readable by its id.
             */
            archived_at?: string;
            city?: string;
            /**
             * Format: country
             * @description A code of /code-lists, such as UZ.
             * @example UZ
             */
            country: string;
            /** Format: date-time */
            created_at: string;
            /**
             * @description A language of names and messages, as a BCP 47 tag.
             * @enum {string}
             */
            default_language: "uz" | "uz-Cyrl" | "ru" | "en" | "tg";
            /** @description Made by the demo loader: its records are examples. */
            demo: boolean;
            external_ids?: components["schemas"]["ExternalId"][];
            /**
             * Format: uuid
             * @description UUIDv7, made by the server.
             */
            id: string;
            /**
             * Format: int32
             * @description How many days before its end an agreement or memorandum counts as expiring.
             * @default 90
             */
            lead_days?: number;
            names: components["schemas"]["Names"];
            office?: components["schemas"]["Office"];
            short_names?: components["schemas"]["Names"];
            /**
             * @description Its name at sign-in and in the addresses of its public pages; it never changes.
             * @example tiiame
             */
            slug: string;
            /**
             * Format: time-zone
             * @description Decides what day it is for deadlines and for terms of agreements.
             * @example Asia/Tashkent
             */
            time_zone: string;
            /** Format: date-time */
            updated_at: string;
            /**
             * Format: int64
             * @description Grows with every change; the ETag.
             */
            version: number;
            website?: string;
        };
        /**
         * @example {
         *       "city": "Tashkent",
         *       "country": "UZ",
         *       "default_language": "uz",
         *       "lead_days": 90,
         *       "names": {
         *         "en": "Uzbekistan State Institute of Arts and Culture"
         *       },
         *       "office": {
         *         "email": "office@example.uz",
         *         "names": {
         *           "en": "Department of International Cooperation"
         *         }
         *       },
         *       "short_names": {
         *         "en": "UzSIAC"
         *       },
         *       "time_zone": "Asia/Tashkent"
         *     }
         */
        InstitutionCreate: {
            address?: string | null;
            city?: string | null;
            /**
             * Format: country
             * @description A code of /code-lists, such as UZ.
             * @example UZ
             */
            country: string;
            /**
             * @description A language of names and messages, as a BCP 47 tag.
             * @enum {string}
             */
            default_language: "uz" | "uz-Cyrl" | "ru" | "en" | "tg";
            external_ids?: components["schemas"]["ExternalId"][] | null;
            /**
             * Format: int32
             * @description How many days before its end an agreement or memorandum counts as expiring.
             * @default 90
             */
            lead_days?: number | null;
            names: components["schemas"]["Names"];
            office?: components["schemas"]["Office"] | null;
            short_names?: components["schemas"]["Names"] | null;
            /**
             * Format: time-zone
             * @description Decides what day it is for deadlines and for terms of agreements.
             * @example Asia/Tashkent
             */
            time_zone: string;
            website?: string | null;
        };
        /** @description A page of institutions. */
        InstitutionPage: {
            items: (components["schemas"]["Institution"] | components["schemas"]["InstitutionSparse"])[];
            page: components["schemas"]["PageInfo"];
        };
        /**
         * @description A merge patch (RFC 7396): what is absent stays, null clears.
         * @example {
         *       "city": "Tashkent"
         *     }
         */
        InstitutionPatch: {
            address?: string | null;
            city?: string | null;
            /**
             * Format: country
             * @description A code of /code-lists, such as UZ.
             * @example UZ
             */
            country?: string;
            /**
             * @description A language of names and messages, as a BCP 47 tag.
             * @enum {string}
             */
            default_language?: "uz" | "uz-Cyrl" | "ru" | "en" | "tg";
            external_ids?: components["schemas"]["ExternalId"][] | null;
            /**
             * Format: int32
             * @description How many days before its end an agreement or memorandum counts as expiring.
             */
            lead_days?: number | null;
            names?: components["schemas"]["Names"];
            office?: components["schemas"]["Office"] | null;
            short_names?: components["schemas"]["Names"] | null;
            /**
             * Format: time-zone
             * @description Decides what day it is for deadlines and for terms of agreements.
             * @example Asia/Tashkent
             */
            time_zone?: string;
            website?: string | null;
        };
        /** @description The members that were asked for with `fields`. */
        InstitutionSparse: {
            address?: string;
            /**
             * Format: date-time
             * @description Set when the record is archived: it is then hidden from lists and still readable by its id.
             */
            archived_at?: string;
            city?: string;
            /**
             * Format: country
             * @description A code of /code-lists, such as UZ.
             * @example UZ
             */
            country?: string;
            /** Format: date-time */
            created_at?: string;
            /**
             * @description A language of names and messages, as a BCP 47 tag.
             * @enum {string}
             */
            default_language?: "uz" | "uz-Cyrl" | "ru" | "en" | "tg";
            /** @description Made by the demo loader: its records are examples. */
            demo?: boolean;
            external_ids?: components["schemas"]["ExternalId"][];
            /**
             * Format: uuid
             * @description UUIDv7, made by the server.
             */
            id: string;
            /**
             * Format: int32
             * @description How many days before its end an agreement or memorandum counts as expiring.
             * @default 90
             */
            lead_days?: number;
            names?: components["schemas"]["Names"];
            office?: components["schemas"]["Office"];
            short_names?: components["schemas"]["Names"];
            /**
             * @description Its name at sign-in and in the addresses of its public pages; it never changes.
             * @example tiiame
             */
            slug?: string;
            /**
             * Format: time-zone
             * @description Decides what day it is for deadlines and for terms of agreements.
             * @example Asia/Tashkent
             */
            time_zone?: string;
            /** Format: date-time */
            updated_at?: string;
            /**
             * Format: int64
             * @description Grows with every change; the ETag.
             */
            version?: number;
            website?: string;
        };
        /** @description The link of an invitation: told once. */
        Invitation: {
            /** Format: date-time */
            expires_at: string;
            /** @description To be handed to the user, and to nobody else: whoever has it chooses the password. */
            url: string;
        };
        /**
         * @description The secret of an invitation and the password that its user chooses.
         * @example {
         *       "password": "a long one of several words",
         *       "token": "Xq3vB6mPz0Zk1nTf9wYhCd2sLr8uJ4aEoGi7tKxQeVM"
         *     }
         */
        InvitationAcceptance: {
            /**
             * Format: password
             * @description At least 8 characters, better 15 or more; of whatever kind.
             */
            password: string;
            /** @description The last part of the link. */
            token: string;
        };
        KindCount: {
            /** Format: int64 */
            count: number;
            kind: string;
        };
        /**
         * @description A language of names and messages, as a BCP 47 tag.
         * @enum {string}
         */
        Language: "uz" | "uz-Cyrl" | "ru" | "en" | "tg";
        /** @description How well a person commands a language. */
        LanguageSkill: {
            /**
             * Format: language
             * @description A code of /code-lists, such as en.
             * @example en
             */
            language: string;
            /**
             * @description A level of the Common European Framework of Reference for Languages.
             * @enum {string}
             */
            level: "a1" | "a2" | "b1" | "b2" | "c1" | "c2";
        };
        /**
         * @description The name of a code list.
         * @enum {string}
         */
        ListName: "countries" | "languages" | "currencies" | "isced-f" | "eqf" | "cefr";
        /** @description An institution that one can sign in to, or read about. */
        ListedInstitution: {
            /**
             * Format: country
             * @description A code of /code-lists, such as UZ.
             * @example UZ
             */
            country: string;
            /** @description Its records are examples. */
            demo: boolean;
            names: components["schemas"]["Names"];
            slug: string;
        };
        ListedInstitutions: {
            items: components["schemas"]["ListedInstitution"][];
        };
        /** @description A partner that may be the same. */
        LookAlike: {
            /**
             * Format: uuid
             * @description UUIDv7, made by the server.
             */
            id: string;
            names: components["schemas"]["Names"];
        };
        /**
         * @description Who is signed in, where, and what they may do.
         * @example {
         *       "demo": false,
         *       "institution": {
         *         "demo": false,
         *         "id": "019abf3c-8a00-7000-8000-000000000002",
         *         "names": {
         *           "en": "TIIAME"
         *         },
         *         "slug": "tiiame"
         *       },
         *       "institutions": [
         *         {
         *           "id": "019abf3c-8a00-7000-8000-000000000002",
         *           "names": {
         *             "en": "TIIAME"
         *           },
         *           "role": "officer",
         *           "slug": "tiiame"
         *         }
         *       ],
         *       "permissions": [
         *         "member",
         *         "staff",
         *         "coordinator",
         *         "officer",
         *         "auditor"
         *       ],
         *       "role": "officer",
         *       "user": {
         *         "email": "office@university.example",
         *         "id": "019abf3c-8a00-7000-8000-000000000001",
         *         "name": "Dilnoza Karimova"
         *       }
         *     }
         */
        Me: {
            /** @description Is this a demonstration, whose data is made up? */
            demo: boolean;
            institution: components["schemas"]["MeInstitution"];
            /** @description Every institution the user belongs to, by slug. */
            institutions: components["schemas"]["MeMembership"][];
            /** @description What `x-required-permission` of an operation may name for this role. */
            permissions: string[];
            /**
             * Format: uuid
             * @description The person that the account belongs to.
             */
            person_id?: string;
            /**
             * @description What a person is in an institution.
             * @enum {string}
             */
            role: "member" | "coordinator" | "officer" | "approver" | "viewer" | "admin";
            /**
             * Format: uuid
             * @description Where a coordinator's right begins: this unit and all below it.
             */
            unit_id?: string;
            user: components["schemas"]["MeUser"];
        };
        /** @description The institution signed in to. */
        MeInstitution: {
            demo: boolean;
            /**
             * Format: uuid
             * @description UUIDv7, made by the server.
             */
            id: string;
            names: components["schemas"]["Names"];
            slug: string;
        };
        /** @description An institution the user belongs to. */
        MeMembership: {
            /**
             * Format: uuid
             * @description UUIDv7, made by the server.
             */
            id: string;
            names: components["schemas"]["Names"];
            /**
             * @description What a person is in an institution.
             * @enum {string}
             */
            role: "member" | "coordinator" | "officer" | "approver" | "viewer" | "admin";
            slug: string;
        };
        /**
         * @description What a user says of themselves: absent stays, null clears.
         * @example {
         *       "language": "uz",
         *       "theme": "dark"
         *     }
         */
        MePatch: {
            language?: components["schemas"]["Language"] | null;
            name?: string | null;
            /**
             * @description How the application looks.
             * @enum {string|null}
             */
            theme?: "light" | "dark" | null;
        };
        /** @description The account. */
        MeUser: {
            email: string;
            /**
             * Format: uuid
             * @description UUIDv7, made by the server.
             */
            id: string;
            /** @description The language of the application; absent: as the browser says. */
            language?: components["schemas"]["Language"];
            name: string;
            /**
             * @description Absent: as the system says.
             * @enum {string}
             */
            theme?: "light" | "dark";
        };
        /** @description A statement of intent with one or more partners. */
        Memorandum: {
            allowed_transitions: components["schemas"]["AllowedTransition"][];
            /**
             * Format: uuid
             * @description The instrument that this one amends.
             */
            amends_id?: string;
            /**
             * Format: date-time
             * @description Set when the record is archived: it is then hidden from lists and still readable by its id.
             */
            archived_at?: string;
            areas?: string[];
            /** Format: date-time */
            created_at: string;
            /**
             * Format: date
             * @description The last day of the first period; absent: without end.
             */
            ends_on?: string;
            /** @description In force on that day, and over within the institution's lead time. */
            expiring: boolean;
            /**
             * Format: uuid
             * @description UUIDv7, made by the server.
             */
            id: string;
            /** @description The languages of the text. */
            languages?: string[];
            /**
             * Format: date
             * @description The last day of all, renewals included; absent while no end is in sight.
             */
            last_on?: string;
            /**
             * @description Derived for the day of `as_of`.
             * @enum {string}
             */
            legal_status: "not_signed" | "upcoming" | "in_force" | "expired" | "terminated" | "superseded";
            /**
             * Format: date
             * @description Until when notice would end the period that runs.
             */
            notice_due_on?: string;
            /** @description The number in the institution's register; one instrument has it. */
            number?: string;
            our_signatories?: components["schemas"]["Signatory"][];
            /** @description The other sides, at least one. */
            parties: components["schemas"]["Party"][];
            /**
             * Format: date
             * @description The end of the period that runs on that day.
             */
            period_ends_on?: string;
            /**
             * Format: uuid
             * @description The instrument that this one renews.
             */
            predecessor_id?: string;
            renewal?: components["schemas"]["Renewal"];
            /** @description The place where it was signed. */
            signed_at?: string;
            /**
             * Format: date
             * @description The day it was signed. On POST it enters an instrument that is signed already; afterwards it is there if and
             *     only if the stage is `signed`.
             */
            signed_on?: string;
            /**
             * @description The work stage, moved by transitions.
             * @enum {string}
             */
            stage: "draft" | "review" | "negotiation" | "signing" | "signed" | "abandoned";
            /** Format: date */
            starts_on?: string;
            /**
             * Format: date
             * @description The day that a signed successor begins.
             */
            superseded_on?: string;
            tags?: string[];
            /**
             * Format: date
             * @description The first day on which it was no longer in force because a side ended it.
             */
            terminated_on?: string;
            termination_reason?: string;
            title: components["schemas"]["Names"];
            unit?: components["schemas"]["Unit"];
            /**
             * Format: uuid
             * @description The unit that the instrument belongs to; none: the whole institution.
             */
            unit_id?: string;
            /** Format: date-time */
            updated_at: string;
            /**
             * Format: int64
             * @description Grows with every change; the ETag.
             */
            version: number;
            /**
             * @default internal
             * @enum {string}
             */
            visibility?: "public" | "internal";
        };
        /**
         * @example {
         *       "ends_on": "2031-08-31",
         *       "languages": [
         *         "en",
         *         "uz"
         *       ],
         *       "parties": [
         *         {
         *           "partner_id": "019ab000-0000-7000-8000-000000000001"
         *         }
         *       ],
         *       "renewal": {
         *         "months": 60,
         *         "notice_days": 180
         *       },
         *       "starts_on": "2026-09-01",
         *       "title": {
         *         "en": "Memorandum of understanding",
         *         "uz": "Anglashuv memorandumi"
         *       },
         *       "visibility": "public"
         *     }
         */
        MemorandumCreate: {
            /**
             * Format: uuid
             * @description The instrument that this one amends.
             */
            amends_id?: string | null;
            areas?: string[] | null;
            /**
             * Format: date
             * @description The last day of the first period; absent: without end.
             */
            ends_on?: string | null;
            /** @description The languages of the text. */
            languages?: string[] | null;
            /** @description The number in the institution's register; one instrument has it. */
            number?: string | null;
            our_signatories?: components["schemas"]["Signatory"][] | null;
            /** @description The other sides, at least one. */
            parties: components["schemas"]["PartyCreate"][];
            /**
             * Format: uuid
             * @description The instrument that this one renews.
             */
            predecessor_id?: string | null;
            renewal?: components["schemas"]["Renewal"] | null;
            /** @description The place where it was signed. */
            signed_at?: string | null;
            /**
             * Format: date
             * @description The day it was signed. On POST it enters an instrument that is signed already; afterwards it is there if and
             *     only if the stage is `signed`.
             */
            signed_on?: string | null;
            /** Format: date */
            starts_on?: string | null;
            tags?: string[] | null;
            /**
             * Format: date
             * @description The first day on which it was no longer in force because a side ended it.
             */
            terminated_on?: string | null;
            termination_reason?: string | null;
            title: components["schemas"]["Names"];
            /**
             * Format: uuid
             * @description The unit that the instrument belongs to; none: the whole institution.
             */
            unit_id?: string | null;
            /**
             * @default internal
             * @enum {string|null}
             */
            visibility?: "public" | "internal" | null;
        };
        /** @description A page of memoranda. */
        MemorandumPage: {
            items: (components["schemas"]["Memorandum"] | components["schemas"]["MemorandumSparse"])[];
            page: components["schemas"]["PageInfo"];
        };
        /**
         * @description A merge patch (RFC 7396): what is absent stays, null clears.
         * @example {
         *       "ends_on": "2031-08-31"
         *     }
         */
        MemorandumPatch: {
            /**
             * Format: uuid
             * @description The instrument that this one amends.
             */
            amends_id?: string | null;
            areas?: string[] | null;
            /**
             * Format: date
             * @description The last day of the first period; absent: without end.
             */
            ends_on?: string | null;
            /** @description The languages of the text. */
            languages?: string[] | null;
            /** @description The number in the institution's register; one instrument has it. */
            number?: string | null;
            our_signatories?: components["schemas"]["Signatory"][] | null;
            /** @description The other sides, at least one. */
            parties?: components["schemas"]["PartyCreate"][];
            /**
             * Format: uuid
             * @description The instrument that this one renews.
             */
            predecessor_id?: string | null;
            renewal?: components["schemas"]["Renewal"] | null;
            /** @description The place where it was signed. */
            signed_at?: string | null;
            /**
             * Format: date
             * @description The day it was signed. On POST it enters an instrument that is signed already; afterwards it is there if and
             *     only if the stage is `signed`.
             */
            signed_on?: string | null;
            /** Format: date */
            starts_on?: string | null;
            tags?: string[] | null;
            /**
             * Format: date
             * @description The first day on which it was no longer in force because a side ended it.
             */
            terminated_on?: string | null;
            termination_reason?: string | null;
            title?: components["schemas"]["Names"];
            /**
             * Format: uuid
             * @description The unit that the instrument belongs to; none: the whole institution.
             */
            unit_id?: string | null;
            /** @enum {string|null} */
            visibility?: "public" | "internal" | null;
        };
        /** @description The members that were asked for with `fields`. */
        MemorandumSparse: {
            allowed_transitions?: components["schemas"]["AllowedTransition"][];
            /**
             * Format: uuid
             * @description The instrument that this one amends.
             */
            amends_id?: string;
            /**
             * Format: date-time
             * @description Set when the record is archived: it is then hidden from lists and still readable by its id.
             */
            archived_at?: string;
            areas?: string[];
            /** Format: date-time */
            created_at?: string;
            /**
             * Format: date
             * @description The last day of the first period; absent: without end.
             */
            ends_on?: string;
            /** @description In force on that day, and over within the institution's lead time. */
            expiring?: boolean;
            /**
             * Format: uuid
             * @description UUIDv7, made by the server.
             */
            id: string;
            /** @description The languages of the text. */
            languages?: string[];
            /**
             * Format: date
             * @description The last day of all, renewals included; absent while no end is in sight.
             */
            last_on?: string;
            /**
             * @description Derived for the day of `as_of`.
             * @enum {string}
             */
            legal_status?: "not_signed" | "upcoming" | "in_force" | "expired" | "terminated" | "superseded";
            /**
             * Format: date
             * @description Until when notice would end the period that runs.
             */
            notice_due_on?: string;
            /** @description The number in the institution's register; one instrument has it. */
            number?: string;
            our_signatories?: components["schemas"]["Signatory"][];
            /** @description The other sides, at least one. */
            parties?: components["schemas"]["Party"][];
            /**
             * Format: date
             * @description The end of the period that runs on that day.
             */
            period_ends_on?: string;
            /**
             * Format: uuid
             * @description The instrument that this one renews.
             */
            predecessor_id?: string;
            renewal?: components["schemas"]["Renewal"];
            /** @description The place where it was signed. */
            signed_at?: string;
            /**
             * Format: date
             * @description The day it was signed. On POST it enters an instrument that is signed already; afterwards it is there if and
             *     only if the stage is `signed`.
             */
            signed_on?: string;
            /**
             * @description The work stage, moved by transitions.
             * @enum {string}
             */
            stage?: "draft" | "review" | "negotiation" | "signing" | "signed" | "abandoned";
            /** Format: date */
            starts_on?: string;
            /**
             * Format: date
             * @description The day that a signed successor begins.
             */
            superseded_on?: string;
            tags?: string[];
            /**
             * Format: date
             * @description The first day on which it was no longer in force because a side ended it.
             */
            terminated_on?: string;
            termination_reason?: string;
            title?: components["schemas"]["Names"];
            unit?: components["schemas"]["Unit"];
            /**
             * Format: uuid
             * @description The unit that the instrument belongs to; none: the whole institution.
             */
            unit_id?: string;
            /** Format: date-time */
            updated_at?: string;
            /**
             * Format: int64
             * @description Grows with every change; the ETag.
             */
            version?: number;
            /**
             * @default internal
             * @enum {string}
             */
            visibility?: "public" | "internal";
        };
        /**
         * @description The state to move to. A comment stays in the history.
         * @example {
         *       "comment": "By order of the rector",
         *       "to": "review"
         *     }
         */
        MemorandumTransition: {
            comment?: string | null;
            /**
             * Format: date
             * @description The day it took effect; today if absent.
             */
            on?: string | null;
            /** @enum {string} */
            to: "draft" | "review" | "negotiation" | "signing" | "signed" | "abandoned";
        };
        /** @description Exchange students of an academic year. */
        MobilityCounts: {
            academic_year: string;
            /** Format: int64 */
            incoming: number;
            /** Format: int64 */
            outgoing: number;
        };
        /**
         * @description An amount of money that is not negative.
         * @example {
         *       "amount": "1250.00",
         *       "currency": "EUR"
         *     }
         */
        Money: {
            /** @description Decimal digits with at most as many decimals as the currency has; never a float. */
            amount: string;
            /**
             * Format: currency
             * @description ISO 4217, see /code-lists/currencies.
             * @example EUR
             */
            currency: string;
        };
        /**
         * @description A name in up to five languages, at least one of them; NFC, trimmed.
         * @example {
         *       "en": "Tashkent State Technical University",
         *       "uz": "Toshkent davlat texnika universiteti"
         *     }
         */
        Names: {
            en?: string;
            ru?: string;
            tg?: string;
            uz?: string;
            "uz-Cyrl"?: string;
        };
        /** @description A partner that became one in the period. */
        NewPartner: {
            city?: string;
            /**
             * Format: country
             * @description A code of /code-lists, such as UZ.
             * @example UZ
             */
            country: string;
            /** Format: date */
            first_contact_on?: string;
            /**
             * Format: uuid
             * @description UUIDv7, made by the server.
             */
            id: string;
            /** @enum {string} */
            kind: "university" | "research_institute" | "company" | "foundation" | "international_organisation" | "diplomatic_mission" | "public_body" | "ngo";
            names: components["schemas"]["Names"];
            website?: string;
        };
        /** @description Partners that became such in the period, in the order of the days. */
        NewPartners: {
            count: number;
            /** Format: date */
            from: string;
            items: components["schemas"]["NewPartner"][];
            /** @description The query of the API that lists them; it needs an account. */
            query: string;
            /** Format: date */
            to: string;
        };
        /** @description The office of international cooperation. */
        Office: {
            email?: string | null;
            /** Format: date */
            founded_on?: string | null;
            /** @description The name of its head. */
            head?: string | null;
            hours?: components["schemas"]["Names"] | null;
            names: components["schemas"]["Names"];
            /** @description E.164. */
            phone?: string | null;
            reports_to?: components["schemas"]["Names"] | null;
            /** @description What it is there for. */
            tasks?: components["schemas"]["Names"][];
        };
        /** @description Where in a list a page stands. */
        PageInfo: {
            /** @description Are there items after this page? */
            has_more: boolean;
            /**
             * Format: int64
             * @description The most items this page could have had.
             */
            limit: number;
            /** @description For the page after this one. */
            next_cursor?: string;
            /** @description For the page before this one. */
            prev_cursor?: string;
            /**
             * Format: int64
             * @description How many items the whole list has; with `include_total=true` only.
             */
            total?: number;
            /** @description False when there are more than `total`: counting stops at 10 000. */
            total_is_exact?: boolean;
        };
        /**
         * @description A university, company, foundation, mission or other body that the institution works with.
         * @example {
         *       "areas": [
         *         "tourism"
         *       ],
         *       "city": "Bologna",
         *       "country": "IT",
         *       "first_contact_on": "2016-10-03",
         *       "kind": "university",
         *       "names": {
         *         "en": "University of Bologna"
         *       },
         *       "stage": "active",
         *       "website": "https://www.unibo.it"
         *     }
         */
        Partner: {
            /**
             * Format: date-time
             * @description Set when the record is archived: it is then hidden from lists and still readable by its id.
             */
            archived_at?: string;
            /** @description What the two work on together. */
            areas?: string[];
            city?: string;
            /**
             * Format: date
             * @description Given if and only if the stage is `closed`.
             */
            closed_on?: string;
            contacts?: components["schemas"]["PartnerContact"][];
            /**
             * Format: country
             * @description A code of /code-lists, such as UZ.
             * @example UZ
             */
            country: string;
            /** Format: date-time */
            created_at: string;
            external_ids?: components["schemas"]["ExternalId"][];
            /** Format: date */
            first_contact_on?: string;
            former_names?: components["schemas"]["FormerName"][];
            /**
             * Format: uuid
             * @description UUIDv7, made by the server.
             */
            id: string;
            /** @enum {string} */
            kind: "university" | "research_institute" | "company" | "foundation" | "international_organisation" | "diplomatic_mission" | "public_body" | "ngo";
            /**
             * Format: double
             * @description Degrees north, WGS 84.
             */
            latitude?: number;
            /**
             * @description An embassy or foundation with an office in the institution's country.
             * @default false
             */
            locally_accredited?: boolean;
            /**
             * Format: double
             * @description Degrees east, WGS 84.
             */
            longitude?: number;
            /** @description After POST only: partners whose names are the same but for script, case, marks or the order of words. */
            look_alikes?: components["schemas"]["LookAlike"][];
            /**
             * Format: uuid
             * @description The partner that this one was found to be, or became part of.
             */
            merged_into_id?: string;
            names: components["schemas"]["Names"];
            rankings?: components["schemas"]["PartnerRanking"][];
            /**
             * @default prospect
             * @enum {string}
             */
            stage?: "prospect" | "active" | "dormant" | "closed";
            tags?: string[];
            /** Format: date-time */
            updated_at: string;
            /**
             * Format: int64
             * @description Grows with every change; the ETag.
             */
            version: number;
            website?: string;
        };
        /** @description Somebody to write to. */
        PartnerContact: {
            email?: string | null;
            /**
             * Format: language
             * @description A code of /code-lists, such as en.
             * @example en
             */
            language?: string | null;
            name: string;
            /** @description E.164. */
            phone?: string | null;
            /** @description What they do there. */
            role?: string | null;
        };
        /**
         * @example {
         *       "areas": [
         *         "tourism"
         *       ],
         *       "city": "Bologna",
         *       "country": "IT",
         *       "first_contact_on": "2016-10-03",
         *       "kind": "university",
         *       "names": {
         *         "en": "University of Bologna"
         *       },
         *       "stage": "active",
         *       "website": "https://www.unibo.it"
         *     }
         */
        PartnerCreate: {
            /** @description What the two work on together. */
            areas?: string[] | null;
            city?: string | null;
            /**
             * Format: date
             * @description Given if and only if the stage is `closed`.
             */
            closed_on?: string | null;
            contacts?: components["schemas"]["PartnerContact"][] | null;
            /**
             * Format: country
             * @description A code of /code-lists, such as UZ.
             * @example UZ
             */
            country: string;
            external_ids?: components["schemas"]["ExternalId"][] | null;
            /** Format: date */
            first_contact_on?: string | null;
            former_names?: components["schemas"]["FormerName"][] | null;
            /** @enum {string} */
            kind: "university" | "research_institute" | "company" | "foundation" | "international_organisation" | "diplomatic_mission" | "public_body" | "ngo";
            /**
             * Format: double
             * @description Degrees north, WGS 84.
             */
            latitude?: number | null;
            /**
             * @description An embassy or foundation with an office in the institution's country.
             * @default false
             */
            locally_accredited?: boolean | null;
            /**
             * Format: double
             * @description Degrees east, WGS 84.
             */
            longitude?: number | null;
            /**
             * Format: uuid
             * @description The partner that this one was found to be, or became part of.
             */
            merged_into_id?: string | null;
            names: components["schemas"]["Names"];
            rankings?: components["schemas"]["PartnerRanking"][] | null;
            /**
             * @default prospect
             * @enum {string|null}
             */
            stage?: "prospect" | "active" | "dormant" | "closed" | null;
            tags?: string[] | null;
            website?: string | null;
        };
        /** @description A page of partners. */
        PartnerPage: {
            items: (components["schemas"]["Partner"] | components["schemas"]["PartnerSparse"])[];
            page: components["schemas"]["PageInfo"];
        };
        /**
         * @description A merge patch (RFC 7396): what is absent stays, null clears.
         * @example {
         *       "areas": [
         *         "tourism"
         *       ]
         *     }
         */
        PartnerPatch: {
            /** @description What the two work on together. */
            areas?: string[] | null;
            city?: string | null;
            /**
             * Format: date
             * @description Given if and only if the stage is `closed`.
             */
            closed_on?: string | null;
            contacts?: components["schemas"]["PartnerContact"][] | null;
            /**
             * Format: country
             * @description A code of /code-lists, such as UZ.
             * @example UZ
             */
            country?: string;
            external_ids?: components["schemas"]["ExternalId"][] | null;
            /** Format: date */
            first_contact_on?: string | null;
            former_names?: components["schemas"]["FormerName"][] | null;
            /** @enum {string} */
            kind?: "university" | "research_institute" | "company" | "foundation" | "international_organisation" | "diplomatic_mission" | "public_body" | "ngo";
            /**
             * Format: double
             * @description Degrees north, WGS 84.
             */
            latitude?: number | null;
            /** @description An embassy or foundation with an office in the institution's country. */
            locally_accredited?: boolean | null;
            /**
             * Format: double
             * @description Degrees east, WGS 84.
             */
            longitude?: number | null;
            /**
             * Format: uuid
             * @description The partner that this one was found to be, or became part of.
             */
            merged_into_id?: string | null;
            names?: components["schemas"]["Names"];
            rankings?: components["schemas"]["PartnerRanking"][] | null;
            /** @enum {string|null} */
            stage?: "prospect" | "active" | "dormant" | "closed" | null;
            tags?: string[] | null;
            website?: string | null;
        };
        /** @description A place in a ranking of universities. */
        PartnerRanking: {
            /**
             * @description A place (`12`), a shared place (`=12`), a band (`801-850`) or an open band (`1501+`).
             * @example 801-850
             */
            rank: string;
            /** @enum {string} */
            system: "the" | "qs" | "arwu";
            /** Format: int32 */
            year: number;
        };
        /** @description The members that were asked for with `fields`. */
        PartnerSparse: {
            /**
             * Format: date-time
             * @description Set when the record is archived: it is then hidden from lists and still readable by its id.
             */
            archived_at?: string;
            /** @description What the two work on together. */
            areas?: string[];
            city?: string;
            /**
             * Format: date
             * @description Given if and only if the stage is `closed`.
             */
            closed_on?: string;
            contacts?: components["schemas"]["PartnerContact"][];
            /**
             * Format: country
             * @description A code of /code-lists, such as UZ.
             * @example UZ
             */
            country?: string;
            /** Format: date-time */
            created_at?: string;
            external_ids?: components["schemas"]["ExternalId"][];
            /** Format: date */
            first_contact_on?: string;
            former_names?: components["schemas"]["FormerName"][];
            /**
             * Format: uuid
             * @description UUIDv7, made by the server.
             */
            id: string;
            /** @enum {string} */
            kind?: "university" | "research_institute" | "company" | "foundation" | "international_organisation" | "diplomatic_mission" | "public_body" | "ngo";
            /**
             * Format: double
             * @description Degrees north, WGS 84.
             */
            latitude?: number;
            /**
             * @description An embassy or foundation with an office in the institution's country.
             * @default false
             */
            locally_accredited?: boolean;
            /**
             * Format: double
             * @description Degrees east, WGS 84.
             */
            longitude?: number;
            /** @description After POST only: partners whose names are the same but for script, case, marks or the order of words. */
            look_alikes?: components["schemas"]["LookAlike"][];
            /**
             * Format: uuid
             * @description The partner that this one was found to be, or became part of.
             */
            merged_into_id?: string;
            names?: components["schemas"]["Names"];
            rankings?: components["schemas"]["PartnerRanking"][];
            /**
             * @default prospect
             * @enum {string}
             */
            stage?: "prospect" | "active" | "dormant" | "closed";
            tags?: string[];
            /** Format: date-time */
            updated_at?: string;
            /**
             * Format: int64
             * @description Grows with every change; the ETag.
             */
            version?: number;
            website?: string;
        };
        /** @description Another side of an instrument. */
        Party: {
            partner?: components["schemas"]["Partner"];
            /**
             * Format: uuid
             * @description UUIDv7, made by the server.
             */
            partner_id: string;
            signatories?: components["schemas"]["Signatory"][];
            /**
             * Format: date
             * @description The day this side signed.
             */
            signed_on?: string | null;
        };
        /** @description Another side of an instrument. */
        PartyCreate: {
            /**
             * Format: uuid
             * @description UUIDv7, made by the server.
             */
            partner_id: string;
            signatories?: components["schemas"]["Signatory"][];
            /**
             * Format: date
             * @description The day this side signed.
             */
            signed_on?: string | null;
        };
        /**
         * @description The old password and the new.
         * @example {
         *       "current_password": "correct horse battery",
         *       "new_password": "a longer one of several words"
         *     }
         */
        PasswordChange: {
            /** Format: password */
            current_password: string;
            /**
             * Format: password
             * @description At least 8 characters, better 15 or more; of whatever kind.
             */
            new_password: string;
        };
        /**
         * @description A student, a member of staff or somebody from outside.
         * @example {
         *       "citizenship": "UZ",
         *       "email": "d.karimova@example.uz",
         *       "kind": "student",
         *       "languages": [
         *         {
         *           "language": "en",
         *           "level": "b2"
         *         }
         *       ],
         *       "name": "Дилноза Каримова",
         *       "passport_name": "KARIMOVA DILNOZA",
         *       "programme": {
         *         "en": "Hydraulic engineering"
         *       },
         *       "study_year": 3
         *     }
         */
        Person: {
            /**
             * Format: date-time
             * @description Set when the record is archived: it is then hidden from lists and still readable by its id.
             */
            archived_at?: string;
            /**
             * Format: country
             * @description A code of /code-lists, such as UZ.
             * @example UZ
             */
            citizenship?: string;
            /** Format: date-time */
            created_at: string;
            degree?: string;
            email?: string;
            /**
             * Format: uuid
             * @description UUIDv7, made by the server.
             */
            id: string;
            /** @enum {string} */
            kind: "student" | "staff" | "external";
            languages?: components["schemas"]["LanguageSkill"][];
            /** @description In the person's own script. */
            name: string;
            /** @description In Latin capitals, as in the passport. */
            passport_name?: string;
            /** @description E.164. */
            phone?: string;
            /** @description What the person is there. */
            position?: components["schemas"]["Names"];
            /** @description What the person studies. */
            programme?: components["schemas"]["Names"];
            /**
             * Format: int32
             * @description The year of the programme.
             */
            study_year?: number;
            tags?: string[];
            unit?: components["schemas"]["Unit"];
            /**
             * Format: uuid
             * @description The unit where the person studies or works.
             */
            unit_id?: string;
            /** Format: date-time */
            updated_at: string;
            /**
             * Format: int64
             * @description Grows with every change; the ETag.
             */
            version: number;
        };
        /**
         * @example {
         *       "citizenship": "UZ",
         *       "email": "d.karimova@example.uz",
         *       "kind": "student",
         *       "languages": [
         *         {
         *           "language": "en",
         *           "level": "b2"
         *         }
         *       ],
         *       "name": "Дилноза Каримова",
         *       "passport_name": "KARIMOVA DILNOZA",
         *       "programme": {
         *         "en": "Hydraulic engineering"
         *       },
         *       "study_year": 3
         *     }
         */
        PersonCreate: {
            /**
             * Format: country
             * @description A code of /code-lists, such as UZ.
             * @example UZ
             */
            citizenship?: string | null;
            degree?: string | null;
            email?: string | null;
            /** @enum {string} */
            kind: "student" | "staff" | "external";
            languages?: components["schemas"]["LanguageSkill"][] | null;
            /** @description In the person's own script. */
            name: string;
            /** @description In Latin capitals, as in the passport. */
            passport_name?: string | null;
            /** @description E.164. */
            phone?: string | null;
            position?: components["schemas"]["Names"] | null;
            programme?: components["schemas"]["Names"] | null;
            /**
             * Format: int32
             * @description The year of the programme.
             */
            study_year?: number | null;
            tags?: string[] | null;
            /**
             * Format: uuid
             * @description The unit where the person studies or works.
             */
            unit_id?: string | null;
        };
        /**
         * @description What identifies a person.
         * @example {
         *       "birth_on": "2004-05-17",
         *       "documents": [
         *         {
         *           "country": "UZ",
         *           "expires_on": "2030-05-31",
         *           "issued_on": "2020-06-01",
         *           "kind": "passport",
         *           "number": "AD1234567"
         *         }
         *       ],
         *       "national_number": "51705046020018",
         *       "sex": "female"
         *     }
         */
        PersonIdentity: {
            /** Format: date */
            birth_on?: string;
            documents?: components["schemas"]["IdentityDocument"][];
            /** @description The personal number that a state gave. */
            national_number?: string;
            /**
             * @description As in the passport.
             * @enum {string}
             */
            sex?: "female" | "male" | "unspecified";
        };
        /**
         * @example {
         *       "birth_on": "2004-05-17",
         *       "documents": [
         *         {
         *           "country": "UZ",
         *           "expires_on": "2030-05-31",
         *           "issued_on": "2020-06-01",
         *           "kind": "passport",
         *           "number": "AD1234567"
         *         }
         *       ],
         *       "national_number": "51705046020018",
         *       "sex": "female"
         *     }
         */
        PersonIdentityCreate: {
            /** Format: date */
            birth_on?: string | null;
            documents?: components["schemas"]["IdentityDocument"][] | null;
            /** @description The personal number that a state gave. */
            national_number?: string | null;
            /**
             * @description As in the passport.
             * @enum {string|null}
             */
            sex?: "female" | "male" | "unspecified" | null;
        };
        /** @description A page of people. */
        PersonPage: {
            items: (components["schemas"]["Person"] | components["schemas"]["PersonSparse"])[];
            page: components["schemas"]["PageInfo"];
        };
        /**
         * @description A merge patch (RFC 7396): what is absent stays, null clears.
         * @example {
         *       "citizenship": "UZ"
         *     }
         */
        PersonPatch: {
            /**
             * Format: country
             * @description A code of /code-lists, such as UZ.
             * @example UZ
             */
            citizenship?: string | null;
            degree?: string | null;
            email?: string | null;
            /** @enum {string} */
            kind?: "student" | "staff" | "external";
            languages?: components["schemas"]["LanguageSkill"][] | null;
            /** @description In the person's own script. */
            name?: string;
            /** @description In Latin capitals, as in the passport. */
            passport_name?: string | null;
            /** @description E.164. */
            phone?: string | null;
            position?: components["schemas"]["Names"] | null;
            programme?: components["schemas"]["Names"] | null;
            /**
             * Format: int32
             * @description The year of the programme.
             */
            study_year?: number | null;
            tags?: string[] | null;
            /**
             * Format: uuid
             * @description The unit where the person studies or works.
             */
            unit_id?: string | null;
        };
        /** @description The members that were asked for with `fields`. */
        PersonSparse: {
            /**
             * Format: date-time
             * @description Set when the record is archived: it is then hidden from lists and still readable by its id.
             */
            archived_at?: string;
            /**
             * Format: country
             * @description A code of /code-lists, such as UZ.
             * @example UZ
             */
            citizenship?: string;
            /** Format: date-time */
            created_at?: string;
            degree?: string;
            email?: string;
            /**
             * Format: uuid
             * @description UUIDv7, made by the server.
             */
            id: string;
            /** @enum {string} */
            kind?: "student" | "staff" | "external";
            languages?: components["schemas"]["LanguageSkill"][];
            /** @description In the person's own script. */
            name?: string;
            /** @description In Latin capitals, as in the passport. */
            passport_name?: string;
            /** @description E.164. */
            phone?: string;
            /** @description What the person is there. */
            position?: components["schemas"]["Names"];
            /** @description What the person studies. */
            programme?: components["schemas"]["Names"];
            /**
             * Format: int32
             * @description The year of the programme.
             */
            study_year?: number;
            tags?: string[];
            unit?: components["schemas"]["Unit"];
            /**
             * Format: uuid
             * @description The unit where the person studies or works.
             */
            unit_id?: string;
            /** Format: date-time */
            updated_at?: string;
            /**
             * Format: int64
             * @description Grows with every change; the ETag.
             */
            version?: number;
        };
        /** @description Why a request failed (RFC 9457). */
        Problem: {
            /**
             * @description What went wrong, for programs; never renamed.
             * @enum {string}
             */
            code: "malformed_json" | "unknown_field" | "unknown_parameter" | "invalid_parameter" | "invalid_cursor" | "unauthenticated" | "token_expired" | "forbidden" | "csrf_failed" | "not_found" | "method_not_allowed" | "not_acceptable" | "state_conflict" | "duplicate" | "has_dependents" | "idempotency_in_progress" | "version_conflict" | "too_large" | "unsupported_media_type" | "validation_failed" | "idempotency_key_reused" | "precondition_required" | "rate_limited" | "internal" | "unavailable";
            /** @description What went wrong here and what to do, in the caller's language. */
            detail: string;
            /** @description Every field at fault, at once. */
            errors?: components["schemas"]["ProblemError"][];
            /** @description The path that was asked for. */
            instance: string;
            /** @description A finer code within `code`, where there is one. */
            reason?: string;
            /** @description The X-Request-Id of the answer: name it when you ask for help. */
            request_id: string;
            /** Format: int32 */
            status: number;
            /** @description What went wrong, in the caller's language. */
            title: string;
            /** @description The page that explains `code`. */
            type: string;
        } & {
            [key: string]: unknown;
        };
        /** @description A fault of one field of the body, or of one parameter. */
        ProblemError: {
            code: string;
            detail: string;
            /** @description JSON pointer (RFC 6901) of the field, or the name of the parameter. */
            pointer: string;
        };
        /** @description What an institution shows to everybody. */
        Profile: {
            /**
             * Format: date
             * @description The day that the figures are told for.
             */
            as_of: string;
            /** @description The records are examples. */
            demo: boolean;
            /** @description For each figure, the queries of the API that list the records behind it; they need an account. */
            figure_queries: {
                [key: string]: string[];
            };
            figures: components["schemas"]["Figures"];
            institution: components["schemas"]["PublicInstitution"];
        };
        ProgrammeCount: {
            /** Format: int64 */
            count: number;
            /**
             * Format: uuid
             * @description UUIDv7, made by the server.
             */
            funding_programme_id: string;
            names: components["schemas"]["Names"];
        };
        PublicInstitution: {
            address?: string;
            city?: string;
            /**
             * Format: country
             * @description A code of /code-lists, such as UZ.
             * @example UZ
             */
            country: string;
            /**
             * @description A language of names and messages, as a BCP 47 tag.
             * @enum {string}
             */
            default_language: "uz" | "uz-Cyrl" | "ru" | "en" | "tg";
            names: components["schemas"]["Names"];
            office?: components["schemas"]["Office"];
            short_names?: components["schemas"]["Names"];
            slug: string;
            website?: string;
        };
        /** @description An agreement, or a memorandum, in force on the day. */
        PublicInstrument: {
            areas: string[];
            /**
             * @description What an agreement binds to; absent of a memorandum.
             * @enum {string}
             */
            kind?: "exchange" | "joint_degree" | "joint_research" | "service" | "framework" | "inter_institutional";
            /**
             * Format: date
             * @description The last day of all; absent while no end is in sight.
             */
            last_on?: string;
            partners: components["schemas"]["PublicPartner"][];
            /** Format: date */
            signed_on?: string;
            /** Format: date */
            starts_on?: string;
            title: components["schemas"]["Names"];
        };
        /** @description In the order of their titles. */
        PublicInstruments: {
            /** Format: date */
            as_of: string;
            /** Format: int64 */
            count: number;
            items: components["schemas"]["PublicInstrument"][];
        };
        PublicPartner: {
            /**
             * Format: country
             * @description A code of /code-lists, such as UZ.
             * @example UZ
             */
            country: string;
            names: components["schemas"]["Names"];
        };
        /** @description A project that runs on the day. */
        PublicProject: {
            acronym?: string;
            /** Format: date */
            ends_on?: string;
            funder_names: components["schemas"]["Names"];
            our_role: string;
            programme_names: components["schemas"]["Names"];
            /** Format: date */
            starts_on?: string;
            title: components["schemas"]["Names"];
            website?: string;
        };
        /** @description By programme, the latest first. */
        PublicProjects: {
            /** Format: date */
            as_of: string;
            items: components["schemas"]["PublicProject"][];
        };
        /**
         * @description A refresh token.
         * @example {
         *       "refresh_token": "Xq3vB6mPz0Zk1nTf9wYhCd2sLr8uJ4aEoGi7tKxQeVM"
         *     }
         */
        RefreshToken: {
            /** @description As it was given; opaque. */
            refresh_token: string;
        };
        /** @description Automatic prolongation: at its end the term goes on by `months`, again and again, unless notice was given. */
        Renewal: {
            /** Format: int32 */
            months: number;
            /**
             * Format: int32
             * @description How many days before the end of a period notice must have been given.
             * @default 0
             */
            notice_days?: number;
            /**
             * Format: date
             * @description The day on which a side gave notice that it will not prolong.
             */
            notice_given_on?: string | null;
        };
        /**
         * @description Who wants in, and where.
         * @example {
         *       "email": "office@university.example",
         *       "institution": "tiiame",
         *       "password": "correct horse battery"
         *     }
         */
        SignIn: {
            email: string;
            /** @description The short name of the institution, as in its public address. */
            institution: string;
            /** Format: password */
            password: string;
        };
        /** @description Who signs for a side. */
        Signatory: {
            name: string;
            position?: components["schemas"]["Names"] | null;
        };
        Statistics: {
            agreements_by_legal_status: components["schemas"]["WordCount"][];
            agreements_by_stage: components["schemas"]["WordCount"][];
            /**
             * Format: date
             * @description The day that the figures are told for.
             */
            as_of: string;
            exchange_students_by_status: components["schemas"]["WordCount"][];
            grant_projects_by_status: components["schemas"]["WordCount"][];
            /** @description In force on the last day of each year, of the present one on the day. */
            instruments_by_year: components["schemas"]["YearCounts"][];
            memoranda_by_legal_status: components["schemas"]["WordCount"][];
            memoranda_by_stage: components["schemas"]["WordCount"][];
            /** @description Exchange students whose place was certain, by academic year, the latest ten. */
            mobility_by_year: components["schemas"]["MobilityCounts"][];
            /** @description Partners with which there was contact, by country. */
            partners_by_country: components["schemas"]["WordCount"][];
            partners_by_stage: components["schemas"]["WordCount"][];
        };
        /**
         * @description An access token, and the refresh token to get the next with.
         * @example {
         *       "access_token": "eyJ0eXAiOiJhdCtqd3QiLCJhbGciOiJFZERTQSJ9.eyJhdWQiOiJoYW1rb3IifQ.c2lnbmF0dXJl",
         *       "expires_in": 600,
         *       "refresh_expires_in": 2592000,
         *       "refresh_token": "Xq3vB6mPz0Zk1nTf9wYhCd2sLr8uJ4aEoGi7tKxQeVM",
         *       "token_type": "Bearer"
         *     }
         */
        Tokens: {
            /** @description For the header `Authorization: Bearer …`. */
            access_token: string;
            /**
             * Format: int64
             * @description Seconds until the access token expires.
             */
            expires_in: number;
            /**
             * Format: int64
             * @description Seconds until the refresh token expires.
             */
            refresh_expires_in: number;
            /** @description Good for one use. */
            refresh_token: string;
            /** @enum {string} */
            token_type: "Bearer";
        };
        /**
         * @description A faculty, department, office, centre or branch of the institution.
         * @example {
         *       "kind": "faculty",
         *       "names": {
         *         "en": "Faculty of Hydraulic Engineering"
         *       }
         *     }
         */
        Unit: {
            /**
             * Format: date-time
             * @description Set when the record is archived: it is then hidden from lists and still readable by its id.
             */
            archived_at?: string;
            /** Format: date-time */
            created_at: string;
            head?: components["schemas"]["Person"];
            /**
             * Format: uuid
             * @description The person at its head.
             */
            head_id?: string;
            /**
             * Format: uuid
             * @description UUIDv7, made by the server.
             */
            id: string;
            /** @enum {string} */
            kind: "faculty" | "department" | "office" | "centre" | "branch" | "other";
            names: components["schemas"]["Names"];
            parent?: components["schemas"]["Unit"];
            /**
             * Format: uuid
             * @description The unit that this one is a part of.
             */
            parent_id?: string;
            /** Format: date-time */
            updated_at: string;
            /**
             * Format: int64
             * @description Grows with every change; the ETag.
             */
            version: number;
        };
        /**
         * @example {
         *       "kind": "faculty",
         *       "names": {
         *         "en": "Faculty of Hydraulic Engineering"
         *       }
         *     }
         */
        UnitCreate: {
            /**
             * Format: uuid
             * @description The person at its head.
             */
            head_id?: string | null;
            /** @enum {string} */
            kind: "faculty" | "department" | "office" | "centre" | "branch" | "other";
            names: components["schemas"]["Names"];
            /**
             * Format: uuid
             * @description The unit that this one is a part of.
             */
            parent_id?: string | null;
        };
        /** @description A page of units. */
        UnitPage: {
            items: (components["schemas"]["Unit"] | components["schemas"]["UnitSparse"])[];
            page: components["schemas"]["PageInfo"];
        };
        /**
         * @description A merge patch (RFC 7396): what is absent stays, null clears.
         * @example {
         *       "kind": "faculty"
         *     }
         */
        UnitPatch: {
            /**
             * Format: uuid
             * @description The person at its head.
             */
            head_id?: string | null;
            /** @enum {string} */
            kind?: "faculty" | "department" | "office" | "centre" | "branch" | "other";
            names?: components["schemas"]["Names"];
            /**
             * Format: uuid
             * @description The unit that this one is a part of.
             */
            parent_id?: string | null;
        };
        /** @description The members that were asked for with `fields`. */
        UnitSparse: {
            /**
             * Format: date-time
             * @description Set when the record is archived: it is then hidden from lists and still readable by its id.
             */
            archived_at?: string;
            /** Format: date-time */
            created_at?: string;
            head?: components["schemas"]["Person"];
            /**
             * Format: uuid
             * @description The person at its head.
             */
            head_id?: string;
            /**
             * Format: uuid
             * @description UUIDv7, made by the server.
             */
            id: string;
            /** @enum {string} */
            kind?: "faculty" | "department" | "office" | "centre" | "branch" | "other";
            names?: components["schemas"]["Names"];
            parent?: components["schemas"]["Unit"];
            /**
             * Format: uuid
             * @description The unit that this one is a part of.
             */
            parent_id?: string;
            /** Format: date-time */
            updated_at?: string;
            /**
             * Format: int64
             * @description Grows with every change; the ETag.
             */
            version?: number;
        };
        /**
         * @description Somebody with an account, as what they are in the institution.
         * @example {
         *       "email": "n.rahimova@university.example",
         *       "name": "Nodira Rahimova",
         *       "role": "officer"
         *     }
         */
        User: {
            /**
             * Format: date-time
             * @description Set when the record is archived: it is then hidden from lists and still readable by its id.
             */
            archived_at?: string;
            /** Format: date-time */
            created_at: string;
            /** @description One account has it. The address of an account that is in use is changed by its owner only. */
            email: string;
            /**
             * Format: uuid
             * @description UUIDv7, made by the server.
             */
            id: string;
            /** @description Of an account that is in use its owner changes the name. Somebody who has an account already keeps theirs. */
            name: string;
            person?: components["schemas"]["Person"];
            /**
             * Format: uuid
             * @description The person that the account belongs to: a member sees what is about them.
             */
            person_id?: string;
            /**
             * @description What a person is in an institution.
             * @enum {string}
             */
            role: "member" | "coordinator" | "officer" | "approver" | "viewer" | "admin";
            /**
             * @description An archived user cannot sign in to the institution, whatever this says.
             * @enum {string}
             */
            status: "invited" | "active";
            unit?: components["schemas"]["Unit"];
            /**
             * Format: uuid
             * @description Where the right of a coordinator begins: this unit and all below it.
             */
            unit_id?: string;
            /** Format: date-time */
            updated_at: string;
            /**
             * Format: int64
             * @description Grows with every change; the ETag.
             */
            version: number;
        };
        /**
         * @example {
         *       "email": "n.rahimova@university.example",
         *       "name": "Nodira Rahimova",
         *       "role": "officer"
         *     }
         */
        UserCreate: {
            /** @description One account has it. The address of an account that is in use is changed by its owner only. */
            email: string;
            /** @description Of an account that is in use its owner changes the name. Somebody who has an account already keeps theirs. */
            name: string;
            /**
             * Format: uuid
             * @description The person that the account belongs to: a member sees what is about them.
             */
            person_id?: string | null;
            /**
             * @description What a person is in an institution.
             * @enum {string}
             */
            role: "member" | "coordinator" | "officer" | "approver" | "viewer" | "admin";
            /**
             * Format: uuid
             * @description Where the right of a coordinator begins: this unit and all below it.
             */
            unit_id?: string | null;
        };
        /** @description A page of users. */
        UserPage: {
            items: (components["schemas"]["User"] | components["schemas"]["UserSparse"])[];
            page: components["schemas"]["PageInfo"];
        };
        /**
         * @description A merge patch (RFC 7396): what is absent stays, null clears.
         * @example {
         *       "email": "n.rahimova@university.example"
         *     }
         */
        UserPatch: {
            /** @description One account has it. The address of an account that is in use is changed by its owner only. */
            email?: string;
            /** @description Of an account that is in use its owner changes the name. Somebody who has an account already keeps theirs. */
            name?: string;
            /**
             * Format: uuid
             * @description The person that the account belongs to: a member sees what is about them.
             */
            person_id?: string | null;
            /**
             * @description What a person is in an institution.
             * @enum {string}
             */
            role?: "member" | "coordinator" | "officer" | "approver" | "viewer" | "admin";
            /**
             * Format: uuid
             * @description Where the right of a coordinator begins: this unit and all below it.
             */
            unit_id?: string | null;
        };
        /** @description The members that were asked for with `fields`. */
        UserSparse: {
            /**
             * Format: date-time
             * @description Set when the record is archived: it is then hidden from lists and still readable by its id.
             */
            archived_at?: string;
            /** Format: date-time */
            created_at?: string;
            /** @description One account has it. The address of an account that is in use is changed by its owner only. */
            email?: string;
            /**
             * Format: uuid
             * @description UUIDv7, made by the server.
             */
            id: string;
            /** @description Of an account that is in use its owner changes the name. Somebody who has an account already keeps theirs. */
            name?: string;
            person?: components["schemas"]["Person"];
            /**
             * Format: uuid
             * @description The person that the account belongs to: a member sees what is about them.
             */
            person_id?: string;
            /**
             * @description What a person is in an institution.
             * @enum {string}
             */
            role?: "member" | "coordinator" | "officer" | "approver" | "viewer" | "admin";
            /**
             * @description An archived user cannot sign in to the institution, whatever this says.
             * @enum {string}
             */
            status?: "invited" | "active";
            unit?: components["schemas"]["Unit"];
            /**
             * Format: uuid
             * @description Where the right of a coordinator begins: this unit and all below it.
             */
            unit_id?: string;
            /** Format: date-time */
            updated_at?: string;
            /**
             * Format: int64
             * @description Grows with every change; the ETag.
             */
            version?: number;
        };
        /** @description How many records have the word. */
        WordCount: {
            /** Format: int64 */
            count: number;
            word: string;
        };
        /** @description Instruments in force. */
        YearCounts: {
            /** Format: int64 */
            agreements: number;
            /** Format: int64 */
            memoranda: number;
            /** Format: date */
            on: string;
            /** Format: int32 */
            year: number;
        };
    };
    responses: {
        /** @description `malformed_json`, `unknown_field`, `unknown_parameter`, `invalid_parameter`, `invalid_cursor` */
        BadRequest: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `state_conflict`, `duplicate`, `has_dependents`, `idempotency_in_progress` */
        Conflict: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `forbidden`, `csrf_failed` */
        Forbidden: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `internal` */
        Internal: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `method_not_allowed` */
        MethodNotAllowed: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `not_acceptable` */
        NotAcceptable: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `not_found` */
        NotFound: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `version_conflict` */
        PreconditionFailed: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `precondition_required` */
        PreconditionRequired: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `too_large` */
        TooLarge: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `rate_limited` */
        TooManyRequests: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `unauthenticated`, `token_expired` */
        Unauthenticated: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `unavailable` */
        Unavailable: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `validation_failed`, `idempotency_key_reused` */
        Unprocessable: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `unsupported_media_type` */
        UnsupportedMediaType: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: {
        /** @description The version of the record, in quotes. */
        ETag: string;
        /** @description `true` when this answer was given before. */
        "Idempotent-Replayed": string;
        /** @description The next and previous page (RFC 8288). */
        Link: string;
        /** @description Where the new record is. */
        Location: string;
        /** @description Name it when you ask for help. */
        "X-Request-Id": string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listAgreements: {
        parameters: {
            query?: {
                /** @description Words to find; case, accents, scripts and apostrophes are folded. */
                q?: string;
                /** @description Fields to sort by, `-` for descending; the id is appended. An absent value counts as the largest. */
                sort?: ("title" | "-title" | "title.uz" | "-title.uz" | "title.ru" | "-title.ru" | "title.tg" | "-title.tg" | "number" | "-number" | "signed_on" | "-signed_on" | "starts_on" | "-starts_on" | "ends_on" | "-ends_on" | "last_on" | "-last_on" | "created_at" | "-created_at" | "updated_at" | "-updated_at")[];
                /** @description Items in a page; more than 200 is cut to 200. */
                limit?: number;
                /** @description `next_cursor` or `prev_cursor` of a page of the same list. */
                cursor?: string;
                /** @description Items to skip, for grids; not together with a cursor. */
                offset?: number;
                /** @description Count the whole list, up to 10 000. */
                include_total?: boolean;
                /** @description Whether archived records are in the list. */
                archived?: "exclude" | "include" | "only";
                /** @description Only these members, and the id. */
                fields?: ("archived_at" | "created_at" | "id" | "updated_at" | "version" | "amends_id" | "areas" | "ends_on" | "languages" | "number" | "our_signatories" | "predecessor_id" | "signed_at" | "signed_on" | "starts_on" | "tags" | "terminated_on" | "termination_reason" | "title" | "unit_id" | "visibility" | "parties" | "renewal" | "allowed_transitions" | "expiring" | "last_on" | "legal_status" | "notice_due_on" | "period_ends_on" | "stage" | "superseded_on" | "kind")[];
                /** @description Show the records referred to, under their own names. */
                expand?: ("parties.partner" | "unit" | "unit.parent" | "unit.head")[];
                /** @description The day that derived members are told for; today if absent. */
                as_of?: string;
                /** @description `csv` and `xlsx` are the whole search as a file, whatever page was asked for; without it the Accept header decides. */
                format?: "json" | "csv" | "xlsx";
                /** @description Any of these values. */
                number?: string[];
                /** @description None of these values. */
                "number[ne]"?: string[];
                /** @description Is the value absent? */
                "number[isnull]"?: boolean;
                /** @description Any of these values. */
                stage?: ("draft" | "review" | "negotiation" | "signing" | "signed" | "abandoned")[];
                /** @description None of these values. */
                "stage[ne]"?: ("draft" | "review" | "negotiation" | "signing" | "signed" | "abandoned")[];
                /** @description The legal status on the day of `as_of`. Any of these values. */
                legal_status?: ("not_signed" | "upcoming" | "in_force" | "expired" | "terminated" | "superseded")[];
                /** @description In force, and over within the lead time. Any of these values. */
                expiring?: ("true" | "false")[];
                /** @description Any of these values. */
                visibility?: ("public" | "internal")[];
                /** @description None of these values. */
                "visibility[ne]"?: ("public" | "internal")[];
                /** @description Any of these values. */
                signed_on?: string[];
                /** @description At least this. */
                "signed_on[gte]"?: string;
                /** @description At most this. */
                "signed_on[lte]"?: string;
                /** @description More than this. */
                "signed_on[gt]"?: string;
                /** @description Less than this. */
                "signed_on[lt]"?: string;
                /** @description None of these values. */
                "signed_on[ne]"?: string[];
                /** @description Is the value absent? */
                "signed_on[isnull]"?: boolean;
                /** @description Any of these values. */
                starts_on?: string[];
                /** @description At least this. */
                "starts_on[gte]"?: string;
                /** @description At most this. */
                "starts_on[lte]"?: string;
                /** @description More than this. */
                "starts_on[gt]"?: string;
                /** @description Less than this. */
                "starts_on[lt]"?: string;
                /** @description None of these values. */
                "starts_on[ne]"?: string[];
                /** @description Is the value absent? */
                "starts_on[isnull]"?: boolean;
                /** @description Any of these values. */
                ends_on?: string[];
                /** @description At least this. */
                "ends_on[gte]"?: string;
                /** @description At most this. */
                "ends_on[lte]"?: string;
                /** @description More than this. */
                "ends_on[gt]"?: string;
                /** @description Less than this. */
                "ends_on[lt]"?: string;
                /** @description None of these values. */
                "ends_on[ne]"?: string[];
                /** @description Is the value absent? */
                "ends_on[isnull]"?: boolean;
                /** @description Any of these values. */
                last_on?: string[];
                /** @description At least this. */
                "last_on[gte]"?: string;
                /** @description At most this. */
                "last_on[lte]"?: string;
                /** @description More than this. */
                "last_on[gt]"?: string;
                /** @description Less than this. */
                "last_on[lt]"?: string;
                /** @description None of these values. */
                "last_on[ne]"?: string[];
                /** @description Is the value absent? */
                "last_on[isnull]"?: boolean;
                /** @description Any of these values. */
                terminated_on?: string[];
                /** @description At least this. */
                "terminated_on[gte]"?: string;
                /** @description At most this. */
                "terminated_on[lte]"?: string;
                /** @description More than this. */
                "terminated_on[gt]"?: string;
                /** @description Less than this. */
                "terminated_on[lt]"?: string;
                /** @description None of these values. */
                "terminated_on[ne]"?: string[];
                /** @description Is the value absent? */
                "terminated_on[isnull]"?: boolean;
                /** @description Any of these values. */
                unit_id?: string[];
                /** @description None of these values. */
                "unit_id[ne]"?: string[];
                /** @description Is the value absent? */
                "unit_id[isnull]"?: boolean;
                /** @description Any of these values. */
                predecessor_id?: string[];
                /** @description None of these values. */
                "predecessor_id[ne]"?: string[];
                /** @description Is the value absent? */
                "predecessor_id[isnull]"?: boolean;
                /** @description Any of these values. */
                amends_id?: string[];
                /** @description None of these values. */
                "amends_id[ne]"?: string[];
                /** @description Is the value absent? */
                "amends_id[isnull]"?: boolean;
                /** @description A party. Any of these values. */
                partner_id?: string[];
                /** @description The country of a party. Any of these values. */
                country?: string[];
                /** @description An area of cooperation. Any of these values. */
                area?: string[];
                /** @description A language of the text. Any of these values. */
                language?: string[];
                /** @description A tag. Any of these values. */
                tag?: string[];
                /** @description Any of these values. */
                kind?: ("exchange" | "joint_degree" | "joint_research" | "service" | "framework" | "inter_institutional")[];
                /** @description None of these values. */
                "kind[ne]"?: ("exchange" | "joint_degree" | "joint_research" | "service" | "framework" | "inter_institutional")[];
                /** @description Any of these values. */
                id?: string[];
                /** @description None of these values. */
                "id[ne]"?: string[];
                /** @description Any of these values. */
                created_at?: string[];
                /** @description At least this. */
                "created_at[gte]"?: string;
                /** @description At most this. */
                "created_at[lte]"?: string;
                /** @description More than this. */
                "created_at[gt]"?: string;
                /** @description Less than this. */
                "created_at[lt]"?: string;
                /** @description None of these values. */
                "created_at[ne]"?: string[];
                /** @description Any of these values. */
                updated_at?: string[];
                /** @description At least this. */
                "updated_at[gte]"?: string;
                /** @description At most this. */
                "updated_at[lte]"?: string;
                /** @description More than this. */
                "updated_at[gt]"?: string;
                /** @description Less than this. */
                "updated_at[lt]"?: string;
                /** @description None of these values. */
                "updated_at[ne]"?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of agreements */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgreementPage"];
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    createAgreement: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes the request safe to repeat for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AgreementCreate"];
            };
        };
        responses: {
            /** @description The agreement */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Agreement"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getAgreement: {
        parameters: {
            query?: {
                /** @description Only these members, and the id. */
                fields?: ("archived_at" | "created_at" | "id" | "updated_at" | "version" | "amends_id" | "areas" | "ends_on" | "languages" | "number" | "our_signatories" | "predecessor_id" | "signed_at" | "signed_on" | "starts_on" | "tags" | "terminated_on" | "termination_reason" | "title" | "unit_id" | "visibility" | "parties" | "renewal" | "allowed_transitions" | "expiring" | "last_on" | "legal_status" | "notice_due_on" | "period_ends_on" | "stage" | "superseded_on" | "kind")[];
                /** @description Show the records referred to, under their own names. */
                expand?: ("parties.partner" | "unit" | "unit.parent" | "unit.head")[];
                /** @description The day that derived members are told for; today if absent. */
                as_of?: string;
            };
            header?: {
                /** @description A version you have: answered with 304 while it is the newest. */
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The agreement */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Agreement"] | components["schemas"]["AgreementSparse"];
                };
            };
            /** @description You have the newest version. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    replaceAgreement: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The version that the change is based on, as the ETag has it.
                 * @example "1"
                 */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AgreementCreate"];
            };
        };
        responses: {
            /** @description The agreement */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Agreement"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    archiveAgreement: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The version that the change is based on, as the ETag has it.
                 * @example "1"
                 */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Archived. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    updateAgreement: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The version that the change is based on, as the ETag has it.
                 * @example "1"
                 */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["AgreementPatch"];
            };
        };
        responses: {
            /** @description The agreement */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Agreement"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listAgreementHistory: {
        parameters: {
            query?: {
                /** @description At most this many entries; more than 200 is cut to 200. */
                limit?: number;
                /** @description Only entries with a smaller seq. */
                before?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The history */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["History"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    restoreAgreement: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes the request safe to repeat for 24 hours. */
                "Idempotency-Key"?: string;
                /**
                 * @description The version that the change is based on, as the ETag has it.
                 * @example "1"
                 */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The agreement */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Agreement"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["Unprocessable"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    transitionAgreement: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The version that the change is based on, as the ETag has it.
                 * @example "1"
                 */
                "If-Match": string;
                /** @description Makes the request safe to repeat for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AgreementTransition"];
            };
        };
        responses: {
            /** @description The agreement */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Agreement"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    undoAgreement: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The version that the change is based on, as the ETag has it.
                 * @example "1"
                 */
                "If-Match": string;
                /** @description Makes the request safe to repeat for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The agreement */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Agreement"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["Unprocessable"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listAuditEvents: {
        parameters: {
            query?: {
                /** @description At most this many entries; more than 200 is cut to 200. */
                limit?: number;
                /** @description Only entries with a smaller seq. */
                before?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["History"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    createSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignIn"];
            };
        };
        responses: {
            /** @description The session has begun. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    deleteSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description There is no session any more. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
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
                "application/json": components["schemas"]["SignIn"];
            };
        };
        responses: {
            /** @description A pair of tokens. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tokens"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    refreshToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefreshToken"];
            };
        };
        responses: {
            /** @description A pair of tokens. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tokens"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    revokeToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefreshToken"];
            };
        };
        responses: {
            /** @description It is of no use any more. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listChanges: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the answer before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Changes"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listCodeLists: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CodeLists"];
                };
            };
            400: components["responses"]["BadRequest"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getCodeList: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: components["schemas"]["ListName"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CodeList"];
                };
            };
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listDeadlines: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is due today. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Deadlines"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listExchangeStudents: {
        parameters: {
            query?: {
                /** @description Words to find; case, accents, scripts and apostrophes are folded. */
                q?: string;
                /** @description Fields to sort by, `-` for descending; the id is appended. An absent value counts as the largest. */
                sort?: ("person_name" | "-person_name" | "academic_year" | "-academic_year" | "planned_from" | "-planned_from" | "planned_to" | "-planned_to" | "created_at" | "-created_at" | "updated_at" | "-updated_at")[];
                /** @description Items in a page; more than 200 is cut to 200. */
                limit?: number;
                /** @description `next_cursor` or `prev_cursor` of a page of the same list. */
                cursor?: string;
                /** @description Items to skip, for grids; not together with a cursor. */
                offset?: number;
                /** @description Count the whole list, up to 10 000. */
                include_total?: boolean;
                /** @description Whether archived records are in the list. */
                archived?: "exclude" | "include" | "only";
                /** @description Only these members, and the id. */
                fields?: ("archived_at" | "created_at" | "id" | "updated_at" | "version" | "academic_year" | "actual_from" | "actual_to" | "agreement_id" | "direction" | "field" | "funding_programme_id" | "kind" | "language" | "level" | "partner_id" | "person_id" | "planned_from" | "planned_to" | "tags" | "term" | "unit_id" | "grant" | "allowed_transitions" | "status")[];
                /** @description Show the records referred to, under their own names. */
                expand?: ("person" | "person.unit" | "partner" | "agreement" | "agreement.parties.partner" | "agreement.unit" | "unit" | "unit.parent" | "unit.head" | "funding_programme")[];
                /** @description `csv` and `xlsx` are the whole search as a file, whatever page was asked for; without it the Accept header decides. */
                format?: "json" | "csv" | "xlsx";
                /** @description Any of these values. */
                academic_year?: string[];
                /** @description None of these values. */
                "academic_year[ne]"?: string[];
                /** @description Any of these values. */
                planned_from?: string[];
                /** @description At least this. */
                "planned_from[gte]"?: string;
                /** @description At most this. */
                "planned_from[lte]"?: string;
                /** @description More than this. */
                "planned_from[gt]"?: string;
                /** @description Less than this. */
                "planned_from[lt]"?: string;
                /** @description None of these values. */
                "planned_from[ne]"?: string[];
                /** @description Any of these values. */
                planned_to?: string[];
                /** @description At least this. */
                "planned_to[gte]"?: string;
                /** @description At most this. */
                "planned_to[lte]"?: string;
                /** @description More than this. */
                "planned_to[gt]"?: string;
                /** @description Less than this. */
                "planned_to[lt]"?: string;
                /** @description None of these values. */
                "planned_to[ne]"?: string[];
                /** @description Any of these values. */
                status?: ("applied" | "nominated" | "accepted" | "arrived" | "completed" | "recognised" | "rejected" | "withdrawn" | "cancelled")[];
                /** @description None of these values. */
                "status[ne]"?: ("applied" | "nominated" | "accepted" | "arrived" | "completed" | "recognised" | "rejected" | "withdrawn" | "cancelled")[];
                /** @description Any of these values. */
                direction?: ("outgoing" | "incoming")[];
                /** @description None of these values. */
                "direction[ne]"?: ("outgoing" | "incoming")[];
                /** @description Any of these values. */
                kind?: ("studies" | "traineeship" | "blended" | "short_doctoral")[];
                /** @description None of these values. */
                "kind[ne]"?: ("studies" | "traineeship" | "blended" | "short_doctoral")[];
                /** @description Any of these values. */
                term?: ("autumn" | "spring" | "full_year" | "summer")[];
                /** @description None of these values. */
                "term[ne]"?: ("autumn" | "spring" | "full_year" | "summer")[];
                /** @description Any of these values. */
                level?: number[];
                /** @description At least this. */
                "level[gte]"?: number;
                /** @description At most this. */
                "level[lte]"?: number;
                /** @description More than this. */
                "level[gt]"?: number;
                /** @description Less than this. */
                "level[lt]"?: number;
                /** @description None of these values. */
                "level[ne]"?: number[];
                /** @description Any of these values. */
                field?: string[];
                /** @description None of these values. */
                "field[ne]"?: string[];
                /** @description Any of these values. */
                person_id?: string[];
                /** @description None of these values. */
                "person_id[ne]"?: string[];
                /** @description Any of these values. */
                partner_id?: string[];
                /** @description None of these values. */
                "partner_id[ne]"?: string[];
                /** @description Any of these values. */
                agreement_id?: string[];
                /** @description None of these values. */
                "agreement_id[ne]"?: string[];
                /** @description Is the value absent? */
                "agreement_id[isnull]"?: boolean;
                /** @description Any of these values. */
                unit_id?: string[];
                /** @description None of these values. */
                "unit_id[ne]"?: string[];
                /** @description Is the value absent? */
                "unit_id[isnull]"?: boolean;
                /** @description Any of these values. */
                funding_programme_id?: string[];
                /** @description None of these values. */
                "funding_programme_id[ne]"?: string[];
                /** @description Is the value absent? */
                "funding_programme_id[isnull]"?: boolean;
                /** @description The country of the partner. Any of these values. */
                country?: string[];
                /** @description A tag. Any of these values. */
                tag?: string[];
                /** @description Any of these values. */
                id?: string[];
                /** @description None of these values. */
                "id[ne]"?: string[];
                /** @description Any of these values. */
                created_at?: string[];
                /** @description At least this. */
                "created_at[gte]"?: string;
                /** @description At most this. */
                "created_at[lte]"?: string;
                /** @description More than this. */
                "created_at[gt]"?: string;
                /** @description Less than this. */
                "created_at[lt]"?: string;
                /** @description None of these values. */
                "created_at[ne]"?: string[];
                /** @description Any of these values. */
                updated_at?: string[];
                /** @description At least this. */
                "updated_at[gte]"?: string;
                /** @description At most this. */
                "updated_at[lte]"?: string;
                /** @description More than this. */
                "updated_at[gt]"?: string;
                /** @description Less than this. */
                "updated_at[lt]"?: string;
                /** @description None of these values. */
                "updated_at[ne]"?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of exchange students */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExchangeStudentPage"];
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    createExchangeStudent: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes the request safe to repeat for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExchangeStudentCreate"];
            };
        };
        responses: {
            /** @description The exchange student */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExchangeStudent"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getExchangeStudent: {
        parameters: {
            query?: {
                /** @description Only these members, and the id. */
                fields?: ("archived_at" | "created_at" | "id" | "updated_at" | "version" | "academic_year" | "actual_from" | "actual_to" | "agreement_id" | "direction" | "field" | "funding_programme_id" | "kind" | "language" | "level" | "partner_id" | "person_id" | "planned_from" | "planned_to" | "tags" | "term" | "unit_id" | "grant" | "allowed_transitions" | "status")[];
                /** @description Show the records referred to, under their own names. */
                expand?: ("person" | "person.unit" | "partner" | "agreement" | "agreement.parties.partner" | "agreement.unit" | "unit" | "unit.parent" | "unit.head" | "funding_programme")[];
            };
            header?: {
                /** @description A version you have: answered with 304 while it is the newest. */
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The exchange student */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExchangeStudent"] | components["schemas"]["ExchangeStudentSparse"];
                };
            };
            /** @description You have the newest version. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    replaceExchangeStudent: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The version that the change is based on, as the ETag has it.
                 * @example "1"
                 */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExchangeStudentCreate"];
            };
        };
        responses: {
            /** @description The exchange student */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExchangeStudent"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    archiveExchangeStudent: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The version that the change is based on, as the ETag has it.
                 * @example "1"
                 */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Archived. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    updateExchangeStudent: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The version that the change is based on, as the ETag has it.
                 * @example "1"
                 */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["ExchangeStudentPatch"];
            };
        };
        responses: {
            /** @description The exchange student */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExchangeStudent"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listExchangeStudentHistory: {
        parameters: {
            query?: {
                /** @description At most this many entries; more than 200 is cut to 200. */
                limit?: number;
                /** @description Only entries with a smaller seq. */
                before?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The history */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["History"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    restoreExchangeStudent: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes the request safe to repeat for 24 hours. */
                "Idempotency-Key"?: string;
                /**
                 * @description The version that the change is based on, as the ETag has it.
                 * @example "1"
                 */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The exchange student */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExchangeStudent"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["Unprocessable"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    transitionExchangeStudent: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The version that the change is based on, as the ETag has it.
                 * @example "1"
                 */
                "If-Match": string;
                /** @description Makes the request safe to repeat for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExchangeStudentTransition"];
            };
        };
        responses: {
            /** @description The exchange student */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExchangeStudent"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    undoExchangeStudent: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The version that the change is based on, as the ETag has it.
                 * @example "1"
                 */
                "If-Match": string;
                /** @description Makes the request safe to repeat for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The exchange student */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExchangeStudent"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["Unprocessable"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listFundingProgrammes: {
        parameters: {
            query?: {
                /** @description Words to find; case, accents, scripts and apostrophes are folded. */
                q?: string;
                /** @description Fields to sort by, `-` for descending; the id is appended. An absent value counts as the largest. */
                sort?: ("name" | "-name" | "name.uz" | "-name.uz" | "name.ru" | "-name.ru" | "name.tg" | "-name.tg" | "funder" | "-funder" | "created_at" | "-created_at" | "updated_at" | "-updated_at")[];
                /** @description Items in a page; more than 200 is cut to 200. */
                limit?: number;
                /** @description `next_cursor` or `prev_cursor` of a page of the same list. */
                cursor?: string;
                /** @description Items to skip, for grids; not together with a cursor. */
                offset?: number;
                /** @description Count the whole list, up to 10 000. */
                include_total?: boolean;
                /** @description Whether archived records are in the list. */
                archived?: "exclude" | "include" | "only";
                /** @description Only these members, and the id. */
                fields?: ("archived_at" | "created_at" | "id" | "updated_at" | "version" | "code" | "funder" | "kind" | "names" | "tags" | "website")[];
                /** @description `csv` and `xlsx` are the whole search as a file, whatever page was asked for; without it the Accept header decides. */
                format?: "json" | "csv" | "xlsx";
                /** @description Any of these values. */
                kind?: ("grant" | "scholarship" | "mobility" | "loan")[];
                /** @description None of these values. */
                "kind[ne]"?: ("grant" | "scholarship" | "mobility" | "loan")[];
                /** @description Any of these values. */
                code?: string[];
                /** @description None of these values. */
                "code[ne]"?: string[];
                /** @description Is the value absent? */
                "code[isnull]"?: boolean;
                /** @description A tag. Any of these values. */
                tag?: string[];
                /** @description Any of these values. */
                id?: string[];
                /** @description None of these values. */
                "id[ne]"?: string[];
                /** @description Any of these values. */
                created_at?: string[];
                /** @description At least this. */
                "created_at[gte]"?: string;
                /** @description At most this. */
                "created_at[lte]"?: string;
                /** @description More than this. */
                "created_at[gt]"?: string;
                /** @description Less than this. */
                "created_at[lt]"?: string;
                /** @description None of these values. */
                "created_at[ne]"?: string[];
                /** @description Any of these values. */
                updated_at?: string[];
                /** @description At least this. */
                "updated_at[gte]"?: string;
                /** @description At most this. */
                "updated_at[lte]"?: string;
                /** @description More than this. */
                "updated_at[gt]"?: string;
                /** @description Less than this. */
                "updated_at[lt]"?: string;
                /** @description None of these values. */
                "updated_at[ne]"?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of funding programmes */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FundingProgrammePage"];
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    createFundingProgramme: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes the request safe to repeat for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FundingProgrammeCreate"];
            };
        };
        responses: {
            /** @description The funding programme */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FundingProgramme"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getFundingProgramme: {
        parameters: {
            query?: {
                /** @description Only these members, and the id. */
                fields?: ("archived_at" | "created_at" | "id" | "updated_at" | "version" | "code" | "funder" | "kind" | "names" | "tags" | "website")[];
            };
            header?: {
                /** @description A version you have: answered with 304 while it is the newest. */
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The funding programme */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FundingProgramme"] | components["schemas"]["FundingProgrammeSparse"];
                };
            };
            /** @description You have the newest version. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    replaceFundingProgramme: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The version that the change is based on, as the ETag has it.
                 * @example "1"
                 */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FundingProgrammeCreate"];
            };
        };
        responses: {
            /** @description The funding programme */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FundingProgramme"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    archiveFundingProgramme: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The version that the change is based on, as the ETag has it.
                 * @example "1"
                 */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Archived. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    updateFundingProgramme: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The version that the change is based on, as the ETag has it.
                 * @example "1"
                 */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["FundingProgrammePatch"];
            };
        };
        responses: {
            /** @description The funding programme */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FundingProgramme"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listFundingProgrammeHistory: {
        parameters: {
            query?: {
                /** @description At most this many entries; more than 200 is cut to 200. */
                limit?: number;
                /** @description Only entries with a smaller seq. */
                before?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The history */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["History"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    restoreFundingProgramme: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes the request safe to repeat for 24 hours. */
                "Idempotency-Key"?: string;
                /**
                 * @description The version that the change is based on, as the ETag has it.
                 * @example "1"
                 */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The funding programme */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FundingProgramme"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["Unprocessable"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listGrantProjects: {
        parameters: {
            query?: {
                /** @description Words to find; case, accents, scripts and apostrophes are folded. */
                q?: string;
                /** @description Fields to sort by, `-` for descending; the id is appended. An absent value counts as the largest. */
                sort?: ("title" | "-title" | "title.uz" | "-title.uz" | "title.ru" | "-title.ru" | "title.tg" | "-title.tg" | "acronym" | "-acronym" | "starts_on" | "-starts_on" | "ends_on" | "-ends_on" | "created_at" | "-created_at" | "updated_at" | "-updated_at")[];
                /** @description Items in a page; more than 200 is cut to 200. */
                limit?: number;
                /** @description `next_cursor` or `prev_cursor` of a page of the same list. */
                cursor?: string;
                /** @description Items to skip, for grids; not together with a cursor. */
                offset?: number;
                /** @description Count the whole list, up to 10 000. */
                include_total?: boolean;
                /** @description Whether archived records are in the list. */
                archived?: "exclude" | "include" | "only";
                /** @description Only these members, and the id. */
                fields?: ("archived_at" | "created_at" | "id" | "updated_at" | "version" | "acronym" | "areas" | "call" | "ends_on" | "funding_programme_id" | "lead_id" | "our_role" | "reference" | "starts_on" | "summary" | "tags" | "title" | "unit_id" | "website" | "co_funding" | "consortium" | "our_share" | "total_budget" | "allowed_transitions" | "running" | "status")[];
                /** @description Show the records referred to, under their own names. */
                expand?: ("funding_programme" | "unit" | "unit.parent" | "unit.head" | "lead" | "lead.unit" | "consortium.partner")[];
                /** @description The day that derived members are told for; today if absent. */
                as_of?: string;
                /** @description `csv` and `xlsx` are the whole search as a file, whatever page was asked for; without it the Accept header decides. */
                format?: "json" | "csv" | "xlsx";
                /** @description Any of these values. */
                starts_on?: string[];
                /** @description At least this. */
                "starts_on[gte]"?: string;
                /** @description At most this. */
                "starts_on[lte]"?: string;
                /** @description More than this. */
                "starts_on[gt]"?: string;
                /** @description Less than this. */
                "starts_on[lt]"?: string;
                /** @description None of these values. */
                "starts_on[ne]"?: string[];
                /** @description Is the value absent? */
                "starts_on[isnull]"?: boolean;
                /** @description Any of these values. */
                ends_on?: string[];
                /** @description At least this. */
                "ends_on[gte]"?: string;
                /** @description At most this. */
                "ends_on[lte]"?: string;
                /** @description More than this. */
                "ends_on[gt]"?: string;
                /** @description Less than this. */
                "ends_on[lt]"?: string;
                /** @description None of these values. */
                "ends_on[ne]"?: string[];
                /** @description Is the value absent? */
                "ends_on[isnull]"?: boolean;
                /** @description Any of these values. */
                status?: ("idea" | "preparing" | "submitted" | "awarded" | "running" | "closed" | "rejected" | "withdrawn")[];
                /** @description None of these values. */
                "status[ne]"?: ("idea" | "preparing" | "submitted" | "awarded" | "running" | "closed" | "rejected" | "withdrawn")[];
                /** @description Does it run on the day of `as_of`? Any of these values. */
                running?: ("true" | "false")[];
                /** @description Any of these values. */
                funding_programme_id?: string[];
                /** @description None of these values. */
                "funding_programme_id[ne]"?: string[];
                /** @description Any of these values. */
                our_role?: ("coordinator" | "beneficiary" | "associated" | "in_kind")[];
                /** @description None of these values. */
                "our_role[ne]"?: ("coordinator" | "beneficiary" | "associated" | "in_kind")[];
                /** @description Any of these values. */
                unit_id?: string[];
                /** @description None of these values. */
                "unit_id[ne]"?: string[];
                /** @description Is the value absent? */
                "unit_id[isnull]"?: boolean;
                /** @description A partner of the consortium. Any of these values. */
                partner_id?: string[];
                /** @description Any of these values. */
                reference?: string[];
                /** @description None of these values. */
                "reference[ne]"?: string[];
                /** @description Is the value absent? */
                "reference[isnull]"?: boolean;
                /** @description An area of work. Any of these values. */
                area?: string[];
                /** @description A tag. Any of these values. */
                tag?: string[];
                /** @description Any of these values. */
                id?: string[];
                /** @description None of these values. */
                "id[ne]"?: string[];
                /** @description Any of these values. */
                created_at?: string[];
                /** @description At least this. */
                "created_at[gte]"?: string;
                /** @description At most this. */
                "created_at[lte]"?: string;
                /** @description More than this. */
                "created_at[gt]"?: string;
                /** @description Less than this. */
                "created_at[lt]"?: string;
                /** @description None of these values. */
                "created_at[ne]"?: string[];
                /** @description Any of these values. */
                updated_at?: string[];
                /** @description At least this. */
                "updated_at[gte]"?: string;
                /** @description At most this. */
                "updated_at[lte]"?: string;
                /** @description More than this. */
                "updated_at[gt]"?: string;
                /** @description Less than this. */
                "updated_at[lt]"?: string;
                /** @description None of these values. */
                "updated_at[ne]"?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of grant projects */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GrantProjectPage"];
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    createGrantProject: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes the request safe to repeat for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GrantProjectCreate"];
            };
        };
        responses: {
            /** @description The grant project */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GrantProject"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getGrantProjectTotals: {
        parameters: {
            query?: {
                /** @description The day on which the projects run; today if absent. */
                as_of?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GrantProjectTotals"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getGrantProject: {
        parameters: {
            query?: {
                /** @description Only these members, and the id. */
                fields?: ("archived_at" | "created_at" | "id" | "updated_at" | "version" | "acronym" | "areas" | "call" | "ends_on" | "funding_programme_id" | "lead_id" | "our_role" | "reference" | "starts_on" | "summary" | "tags" | "title" | "unit_id" | "website" | "co_funding" | "consortium" | "our_share" | "total_budget" | "allowed_transitions" | "running" | "status")[];
                /** @description Show the records referred to, under their own names. */
                expand?: ("funding_programme" | "unit" | "unit.parent" | "unit.head" | "lead" | "lead.unit" | "consortium.partner")[];
                /** @description The day that derived members are told for; today if absent. */
                as_of?: string;
            };
            header?: {
                /** @description A version you have: answered with 304 while it is the newest. */
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The grant project */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GrantProject"] | components["schemas"]["GrantProjectSparse"];
                };
            };
            /** @description You have the newest version. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    replaceGrantProject: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The version that the change is based on, as the ETag has it.
                 * @example "1"
                 */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GrantProjectCreate"];
            };
        };
        responses: {
            /** @description The grant project */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GrantProject"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    archiveGrantProject: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The version that the change is based on, as the ETag has it.
                 * @example "1"
                 */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Archived. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    updateGrantProject: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The version that the change is based on, as the ETag has it.
                 * @example "1"
                 */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["GrantProjectPatch"];
            };
        };
        responses: {
            /** @description The grant project */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GrantProject"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listGrantProjectHistory: {
        parameters: {
            query?: {
                /** @description At most this many entries; more than 200 is cut to 200. */
                limit?: number;
                /** @description Only entries with a smaller seq. */
                before?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The history */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["History"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    restoreGrantProject: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes the request safe to repeat for 24 hours. */
                "Idempotency-Key"?: string;
                /**
                 * @description The version that the change is based on, as the ETag has it.
                 * @example "1"
                 */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The grant project */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GrantProject"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["Unprocessable"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    transitionGrantProject: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The version that the change is based on, as the ETag has it.
                 * @example "1"
                 */
                "If-Match": string;
                /** @description Makes the request safe to repeat for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GrantProjectTransition"];
            };
        };
        responses: {
            /** @description The grant project */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GrantProject"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    undoGrantProject: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The version that the change is based on, as the ETag has it.
                 * @example "1"
                 */
                "If-Match": string;
                /** @description Makes the request safe to repeat for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The grant project */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GrantProject"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["Unprocessable"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listInstitutions: {
        parameters: {
            query?: {
                /** @description Words to find; case, accents, scripts and apostrophes are folded. */
                q?: string;
                /** @description Fields to sort by, `-` for descending; the id is appended. An absent value counts as the largest. */
                sort?: ("name" | "-name" | "created_at" | "-created_at" | "updated_at" | "-updated_at")[];
                /** @description Items in a page; more than 200 is cut to 200. */
                limit?: number;
                /** @description `next_cursor` or `prev_cursor` of a page of the same list. */
                cursor?: string;
                /** @description Items to skip, for grids; not together with a cursor. */
                offset?: number;
                /** @description Count the whole list, up to 10 000. */
                include_total?: boolean;
                /** @description Whether archived records are in the list. */
                archived?: "exclude" | "include" | "only";
                /** @description Only these members, and the id. */
                fields?: ("archived_at" | "created_at" | "id" | "updated_at" | "version" | "address" | "city" | "country" | "default_language" | "external_ids" | "lead_days" | "names" | "office" | "short_names" | "time_zone" | "website" | "demo" | "slug")[];
                /** @description Any of these values. */
                id?: string[];
                /** @description None of these values. */
                "id[ne]"?: string[];
                /** @description Any of these values. */
                created_at?: string[];
                /** @description At least this. */
                "created_at[gte]"?: string;
                /** @description At most this. */
                "created_at[lte]"?: string;
                /** @description More than this. */
                "created_at[gt]"?: string;
                /** @description Less than this. */
                "created_at[lt]"?: string;
                /** @description None of these values. */
                "created_at[ne]"?: string[];
                /** @description Any of these values. */
                updated_at?: string[];
                /** @description At least this. */
                "updated_at[gte]"?: string;
                /** @description At most this. */
                "updated_at[lte]"?: string;
                /** @description More than this. */
                "updated_at[gt]"?: string;
                /** @description Less than this. */
                "updated_at[lt]"?: string;
                /** @description None of these values. */
                "updated_at[ne]"?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of institutions */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InstitutionPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getInstitution: {
        parameters: {
            query?: {
                /** @description Only these members, and the id. */
                fields?: ("archived_at" | "created_at" | "id" | "updated_at" | "version" | "address" | "city" | "country" | "default_language" | "external_ids" | "lead_days" | "names" | "office" | "short_names" | "time_zone" | "website" | "demo" | "slug")[];
            };
            header?: {
                /** @description A version you have: answered with 304 while it is the newest. */
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The institution */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Institution"] | components["schemas"]["InstitutionSparse"];
                };
            };
            /** @description You have the newest version. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    replaceInstitution: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The version that the change is based on, as the ETag has it.
                 * @example "1"
                 */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InstitutionCreate"];
            };
        };
        responses: {
            /** @description The institution */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Institution"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    updateInstitution: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The version that the change is based on, as the ETag has it.
                 * @example "1"
                 */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["InstitutionPatch"];
            };
        };
        responses: {
            /** @description The institution */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Institution"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listInstitutionHistory: {
        parameters: {
            query?: {
                /** @description At most this many entries; more than 200 is cut to 200. */
                limit?: number;
                /** @description Only entries with a smaller seq. */
                before?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The history */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["History"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    acceptInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InvitationAcceptance"];
            };
        };
        responses: {
            /** @description What to sign in with. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcceptedInvitation"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The caller. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    updateMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["MePatch"];
            };
        };
        responses: {
            /** @description The caller. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    changePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordChange"];
            };
        };
        responses: {
            /** @description The new password holds. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listMemoranda: {
        parameters: {
            query?: {
                /** @description Words to find; case, accents, scripts and apostrophes are folded. */
                q?: string;
                /** @description Fields to sort by, `-` for descending; the id is appended. An absent value counts as the largest. */
                sort?: ("title" | "-title" | "title.uz" | "-title.uz" | "title.ru" | "-title.ru" | "title.tg" | "-title.tg" | "number" | "-number" | "signed_on" | "-signed_on" | "starts_on" | "-starts_on" | "ends_on" | "-ends_on" | "last_on" | "-last_on" | "created_at" | "-created_at" | "updated_at" | "-updated_at")[];
                /** @description Items in a page; more than 200 is cut to 200. */
                limit?: number;
                /** @description `next_cursor` or `prev_cursor` of a page of the same list. */
                cursor?: string;
                /** @description Items to skip, for grids; not together with a cursor. */
                offset?: number;
                /** @description Count the whole list, up to 10 000. */
                include_total?: boolean;
                /** @description Whether archived records are in the list. */
                archived?: "exclude" | "include" | "only";
                /** @description Only these members, and the id. */
                fields?: ("archived_at" | "created_at" | "id" | "updated_at" | "version" | "amends_id" | "areas" | "ends_on" | "languages" | "number" | "our_signatories" | "predecessor_id" | "signed_at" | "signed_on" | "starts_on" | "tags" | "terminated_on" | "termination_reason" | "title" | "unit_id" | "visibility" | "parties" | "renewal" | "allowed_transitions" | "expiring" | "last_on" | "legal_status" | "notice_due_on" | "period_ends_on" | "stage" | "superseded_on")[];
                /** @description Show the records referred to, under their own names. */
                expand?: ("parties.partner" | "unit" | "unit.parent" | "unit.head")[];
                /** @description The day that derived members are told for; today if absent. */
                as_of?: string;
                /** @description `csv` and `xlsx` are the whole search as a file, whatever page was asked for; without it the Accept header decides. */
                format?: "json" | "csv" | "xlsx";
                /** @description Any of these values. */
                number?: string[];
                /** @description None of these values. */
                "number[ne]"?: string[];
                /** @description Is the value absent? */
                "number[isnull]"?: boolean;
                /** @description Any of these values. */
                stage?: ("draft" | "review" | "negotiation" | "signing" | "signed" | "abandoned")[];
                /** @description None of these values. */
                "stage[ne]"?: ("draft" | "review" | "negotiation" | "signing" | "signed" | "abandoned")[];
                /** @description The legal status on the day of `as_of`. Any of these values. */
                legal_status?: ("not_signed" | "upcoming" | "in_force" | "expired" | "terminated" | "superseded")[];
                /** @description In force, and over within the lead time. Any of these values. */
                expiring?: ("true" | "false")[];
                /** @description Any of these values. */
                visibility?: ("public" | "internal")[];
                /** @description None of these values. */
                "visibility[ne]"?: ("public" | "internal")[];
                /** @description Any of these values. */
                signed_on?: string[];
                /** @description At least this. */
                "signed_on[gte]"?: string;
                /** @description At most this. */
                "signed_on[lte]"?: string;
                /** @description More than this. */
                "signed_on[gt]"?: string;
                /** @description Less than this. */
                "signed_on[lt]"?: string;
                /** @description None of these values. */
                "signed_on[ne]"?: string[];
                /** @description Is the value absent? */
                "signed_on[isnull]"?: boolean;
                /** @description Any of these values. */
                starts_on?: string[];
                /** @description At least this. */
                "starts_on[gte]"?: string;
                /** @description At most this. */
                "starts_on[lte]"?: string;
                /** @description More than this. */
                "starts_on[gt]"?: string;
                /** @description Less than this. */
                "starts_on[lt]"?: string;
                /** @description None of these values. */
                "starts_on[ne]"?: string[];
                /** @description Is the value absent? */
                "starts_on[isnull]"?: boolean;
                /** @description Any of these values. */
                ends_on?: string[];
                /** @description At least this. */
                "ends_on[gte]"?: string;
                /** @description At most this. */
                "ends_on[lte]"?: string;
                /** @description More than this. */
                "ends_on[gt]"?: string;
                /** @description Less than this. */
                "ends_on[lt]"?: string;
                /** @description None of these values. */
                "ends_on[ne]"?: string[];
                /** @description Is the value absent? */
                "ends_on[isnull]"?: boolean;
                /** @description Any of these values. */
                last_on?: string[];
                /** @description At least this. */
                "last_on[gte]"?: string;
                /** @description At most this. */
                "last_on[lte]"?: string;
                /** @description More than this. */
                "last_on[gt]"?: string;
                /** @description Less than this. */
                "last_on[lt]"?: string;
                /** @description None of these values. */
                "last_on[ne]"?: string[];
                /** @description Is the value absent? */
                "last_on[isnull]"?: boolean;
                /** @description Any of these values. */
                terminated_on?: string[];
                /** @description At least this. */
                "terminated_on[gte]"?: string;
                /** @description At most this. */
                "terminated_on[lte]"?: string;
                /** @description More than this. */
                "terminated_on[gt]"?: string;
                /** @description Less than this. */
                "terminated_on[lt]"?: string;
                /** @description None of these values. */
                "terminated_on[ne]"?: string[];
                /** @description Is the value absent? */
                "terminated_on[isnull]"?: boolean;
                /** @description Any of these values. */
                unit_id?: string[];
                /** @description None of these values. */
                "unit_id[ne]"?: string[];
                /** @description Is the value absent? */
                "unit_id[isnull]"?: boolean;
                /** @description Any of these values. */
                predecessor_id?: string[];
                /** @description None of these values. */
                "predecessor_id[ne]"?: string[];
                /** @description Is the value absent? */
                "predecessor_id[isnull]"?: boolean;
                /** @description Any of these values. */
                amends_id?: string[];
                /** @description None of these values. */
                "amends_id[ne]"?: string[];
                /** @description Is the value absent? */
                "amends_id[isnull]"?: boolean;
                /** @description A party. Any of these values. */
                partner_id?: string[];
                /** @description The country of a party. Any of these values. */
                country?: string[];
                /** @description An area of cooperation. Any of these values. */
                area?: string[];
                /** @description A language of the text. Any of these values. */
                language?: string[];
                /** @description A tag. Any of these values. */
                tag?: string[];
                /** @description Any of these values. */
                id?: string[];
                /** @description None of these values. */
                "id[ne]"?: string[];
                /** @description Any of these values. */
                created_at?: string[];
                /** @description At least this. */
                "created_at[gte]"?: string;
                /** @description At most this. */
                "created_at[lte]"?: string;
                /** @description More than this. */
                "created_at[gt]"?: string;
                /** @description Less than this. */
                "created_at[lt]"?: string;
                /** @description None of these values. */
                "created_at[ne]"?: string[];
                /** @description Any of these values. */
                updated_at?: string[];
                /** @description At least this. */
                "updated_at[gte]"?: string;
                /** @description At most this. */
                "updated_at[lte]"?: string;
                /** @description More than this. */
                "updated_at[gt]"?: string;
                /** @description Less than this. */
                "updated_at[lt]"?: string;
                /** @description None of these values. */
                "updated_at[ne]"?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of memoranda */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemorandumPage"];
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    createMemorandum: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes the request safe to repeat for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MemorandumCreate"];
            };
        };
        responses: {
            /** @description The memorandum */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Memorandum"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getMemorandum: {
        parameters: {
            query?: {
                /** @description Only these members, and the id. */
                fields?: ("archived_at" | "created_at" | "id" | "updated_at" | "version" | "amends_id" | "areas" | "ends_on" | "languages" | "number" | "our_signatories" | "predecessor_id" | "signed_at" | "signed_on" | "starts_on" | "tags" | "terminated_on" | "termination_reason" | "title" | "unit_id" | "visibility" | "parties" | "renewal" | "allowed_transitions" | "expiring" | "last_on" | "legal_status" | "notice_due_on" | "period_ends_on" | "stage" | "superseded_on")[];
                /** @description Show the records referred to, under their own names. */
                expand?: ("parties.partner" | "unit" | "unit.parent" | "unit.head")[];
                /** @description The day that derived members are told for; today if absent. */
                as_of?: string;
            };
            header?: {
                /** @description A version you have: answered with 304 while it is the newest. */
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The memorandum */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Memorandum"] | components["schemas"]["MemorandumSparse"];
                };
            };
            /** @description You have the newest version. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    replaceMemorandum: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The version that the change is based on, as the ETag has it.
                 * @example "1"
                 */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MemorandumCreate"];
            };
        };
        responses: {
            /** @description The memorandum */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Memorandum"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    archiveMemorandum: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The version that the change is based on, as the ETag has it.
                 * @example "1"
                 */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Archived. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    updateMemorandum: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The version that the change is based on, as the ETag has it.
                 * @example "1"
                 */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["MemorandumPatch"];
            };
        };
        responses: {
            /** @description The memorandum */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Memorandum"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listMemorandumHistory: {
        parameters: {
            query?: {
                /** @description At most this many entries; more than 200 is cut to 200. */
                limit?: number;
                /** @description Only entries with a smaller seq. */
                before?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The history */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["History"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    restoreMemorandum: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes the request safe to repeat for 24 hours. */
                "Idempotency-Key"?: string;
                /**
                 * @description The version that the change is based on, as the ETag has it.
                 * @example "1"
                 */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The memorandum */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Memorandum"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["Unprocessable"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    transitionMemorandum: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The version that the change is based on, as the ETag has it.
                 * @example "1"
                 */
                "If-Match": string;
                /** @description Makes the request safe to repeat for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MemorandumTransition"];
            };
        };
        responses: {
            /** @description The memorandum */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Memorandum"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    undoMemorandum: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The version that the change is based on, as the ETag has it.
                 * @example "1"
                 */
                "If-Match": string;
                /** @description Makes the request safe to repeat for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The memorandum */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Memorandum"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["Unprocessable"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listPartners: {
        parameters: {
            query?: {
                /** @description Words to find; case, accents, scripts and apostrophes are folded. */
                q?: string;
                /** @description Fields to sort by, `-` for descending; the id is appended. An absent value counts as the largest. */
                sort?: ("name" | "-name" | "name.uz" | "-name.uz" | "name.ru" | "-name.ru" | "name.tg" | "-name.tg" | "country" | "-country" | "first_contact_on" | "-first_contact_on" | "created_at" | "-created_at" | "updated_at" | "-updated_at")[];
                /** @description Items in a page; more than 200 is cut to 200. */
                limit?: number;
                /** @description `next_cursor` or `prev_cursor` of a page of the same list. */
                cursor?: string;
                /** @description Items to skip, for grids; not together with a cursor. */
                offset?: number;
                /** @description Count the whole list, up to 10 000. */
                include_total?: boolean;
                /** @description Whether archived records are in the list. */
                archived?: "exclude" | "include" | "only";
                /** @description Only these members, and the id. */
                fields?: ("archived_at" | "created_at" | "id" | "updated_at" | "version" | "areas" | "city" | "closed_on" | "contacts" | "country" | "first_contact_on" | "former_names" | "kind" | "latitude" | "locally_accredited" | "longitude" | "merged_into_id" | "names" | "stage" | "tags" | "website" | "external_ids" | "rankings" | "look_alikes")[];
                /** @description The day that derived members are told for; today if absent. */
                as_of?: string;
                /** @description `csv` and `xlsx` are the whole search as a file, whatever page was asked for; without it the Accept header decides. */
                format?: "json" | "csv" | "xlsx";
                /** @description Any of these values. */
                kind?: ("university" | "research_institute" | "company" | "foundation" | "international_organisation" | "diplomatic_mission" | "public_body" | "ngo")[];
                /** @description None of these values. */
                "kind[ne]"?: ("university" | "research_institute" | "company" | "foundation" | "international_organisation" | "diplomatic_mission" | "public_body" | "ngo")[];
                /** @description Any of these values. */
                country?: string[];
                /** @description None of these values. */
                "country[ne]"?: string[];
                /** @description Any of these values. */
                stage?: ("prospect" | "active" | "dormant" | "closed")[];
                /** @description None of these values. */
                "stage[ne]"?: ("prospect" | "active" | "dormant" | "closed")[];
                /** @description Any of these values. */
                first_contact_on?: string[];
                /** @description At least this. */
                "first_contact_on[gte]"?: string;
                /** @description At most this. */
                "first_contact_on[lte]"?: string;
                /** @description More than this. */
                "first_contact_on[gt]"?: string;
                /** @description Less than this. */
                "first_contact_on[lt]"?: string;
                /** @description None of these values. */
                "first_contact_on[ne]"?: string[];
                /** @description Is the value absent? */
                "first_contact_on[isnull]"?: boolean;
                /** @description Any of these values. */
                closed_on?: string[];
                /** @description At least this. */
                "closed_on[gte]"?: string;
                /** @description At most this. */
                "closed_on[lte]"?: string;
                /** @description More than this. */
                "closed_on[gt]"?: string;
                /** @description Less than this. */
                "closed_on[lt]"?: string;
                /** @description None of these values. */
                "closed_on[ne]"?: string[];
                /** @description Is the value absent? */
                "closed_on[isnull]"?: boolean;
                /** @description No prospect, met by the day of `as_of` and not closed then. Any of these values. */
                known?: ("true" | "false")[];
                /** @description Any of these values. */
                locally_accredited?: boolean[];
                /** @description Any of these values. */
                merged_into_id?: string[];
                /** @description None of these values. */
                "merged_into_id[ne]"?: string[];
                /** @description Is the value absent? */
                "merged_into_id[isnull]"?: boolean;
                /** @description An area of cooperation. Any of these values. */
                area?: string[];
                /** @description A tag. Any of these values. */
                tag?: string[];
                /** @description The best place in any ranking of any year. Any of these values. */
                rank?: number[];
                /** @description At least this. */
                "rank[gte]"?: number;
                /** @description At most this. */
                "rank[lte]"?: number;
                /** @description More than this. */
                "rank[gt]"?: number;
                /** @description Less than this. */
                "rank[lt]"?: number;
                /** @description Ranked by this system. Any of these values. */
                ranking_system?: ("the" | "qs" | "arwu")[];
                /** @description A code in any scheme. Any of these values. */
                external_id?: string[];
                /** @description Any of these values. */
                id?: string[];
                /** @description None of these values. */
                "id[ne]"?: string[];
                /** @description Any of these values. */
                created_at?: string[];
                /** @description At least this. */
                "created_at[gte]"?: string;
                /** @description At most this. */
                "created_at[lte]"?: string;
                /** @description More than this. */
                "created_at[gt]"?: string;
                /** @description Less than this. */
                "created_at[lt]"?: string;
                /** @description None of these values. */
                "created_at[ne]"?: string[];
                /** @description Any of these values. */
                updated_at?: string[];
                /** @description At least this. */
                "updated_at[gte]"?: string;
                /** @description At most this. */
                "updated_at[lte]"?: string;
                /** @description More than this. */
                "updated_at[gt]"?: string;
                /** @description Less than this. */
                "updated_at[lt]"?: string;
                /** @description None of these values. */
                "updated_at[ne]"?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of partners */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartnerPage"];
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    createPartner: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes the request safe to repeat for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PartnerCreate"];
            };
        };
        responses: {
            /** @description The partner */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Partner"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getPartner: {
        parameters: {
            query?: {
                /** @description Only these members, and the id. */
                fields?: ("archived_at" | "created_at" | "id" | "updated_at" | "version" | "areas" | "city" | "closed_on" | "contacts" | "country" | "first_contact_on" | "former_names" | "kind" | "latitude" | "locally_accredited" | "longitude" | "merged_into_id" | "names" | "stage" | "tags" | "website" | "external_ids" | "rankings" | "look_alikes")[];
                /** @description The day that derived members are told for; today if absent. */
                as_of?: string;
            };
            header?: {
                /** @description A version you have: answered with 304 while it is the newest. */
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The partner */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Partner"] | components["schemas"]["PartnerSparse"];
                };
            };
            /** @description You have the newest version. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    replacePartner: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The version that the change is based on, as the ETag has it.
                 * @example "1"
                 */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PartnerCreate"];
            };
        };
        responses: {
            /** @description The partner */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Partner"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    archivePartner: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The version that the change is based on, as the ETag has it.
                 * @example "1"
                 */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Archived. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    updatePartner: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The version that the change is based on, as the ETag has it.
                 * @example "1"
                 */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["PartnerPatch"];
            };
        };
        responses: {
            /** @description The partner */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Partner"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listPartnerHistory: {
        parameters: {
            query?: {
                /** @description At most this many entries; more than 200 is cut to 200. */
                limit?: number;
                /** @description Only entries with a smaller seq. */
                before?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The history */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["History"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    restorePartner: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes the request safe to repeat for 24 hours. */
                "Idempotency-Key"?: string;
                /**
                 * @description The version that the change is based on, as the ETag has it.
                 * @example "1"
                 */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The partner */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Partner"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["Unprocessable"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listPeople: {
        parameters: {
            query?: {
                /** @description Words to find; case, accents, scripts and apostrophes are folded. */
                q?: string;
                /** @description Fields to sort by, `-` for descending; the id is appended. An absent value counts as the largest. */
                sort?: ("name" | "-name" | "created_at" | "-created_at" | "updated_at" | "-updated_at")[];
                /** @description Items in a page; more than 200 is cut to 200. */
                limit?: number;
                /** @description `next_cursor` or `prev_cursor` of a page of the same list. */
                cursor?: string;
                /** @description Items to skip, for grids; not together with a cursor. */
                offset?: number;
                /** @description Count the whole list, up to 10 000. */
                include_total?: boolean;
                /** @description Whether archived records are in the list. */
                archived?: "exclude" | "include" | "only";
                /** @description Only these members, and the id. */
                fields?: ("archived_at" | "created_at" | "id" | "updated_at" | "version" | "citizenship" | "degree" | "email" | "kind" | "languages" | "name" | "passport_name" | "phone" | "position" | "programme" | "study_year" | "tags" | "unit_id")[];
                /** @description Show the records referred to, under their own names. */
                expand?: ("unit" | "unit.parent" | "unit.head")[];
                /** @description `csv` and `xlsx` are the whole search as a file, whatever page was asked for; without it the Accept header decides. */
                format?: "json" | "csv" | "xlsx";
                /** @description Any of these values. */
                kind?: ("student" | "staff" | "external")[];
                /** @description None of these values. */
                "kind[ne]"?: ("student" | "staff" | "external")[];
                /** @description Any of these values. */
                citizenship?: string[];
                /** @description None of these values. */
                "citizenship[ne]"?: string[];
                /** @description Is the value absent? */
                "citizenship[isnull]"?: boolean;
                /** @description Any of these values. */
                unit_id?: string[];
                /** @description None of these values. */
                "unit_id[ne]"?: string[];
                /** @description Is the value absent? */
                "unit_id[isnull]"?: boolean;
                /** @description Any of these values. */
                study_year?: number[];
                /** @description At least this. */
                "study_year[gte]"?: number;
                /** @description At most this. */
                "study_year[lte]"?: number;
                /** @description More than this. */
                "study_year[gt]"?: number;
                /** @description Less than this. */
                "study_year[lt]"?: number;
                /** @description None of these values. */
                "study_year[ne]"?: number[];
                /** @description Is the value absent? */
                "study_year[isnull]"?: boolean;
                /** @description Any of these values. */
                email?: string[];
                /** @description None of these values. */
                "email[ne]"?: string[];
                /** @description Is the value absent? */
                "email[isnull]"?: boolean;
                /** @description A tag. Any of these values. */
                tag?: string[];
                /** @description Any of these values. */
                id?: string[];
                /** @description None of these values. */
                "id[ne]"?: string[];
                /** @description Any of these values. */
                created_at?: string[];
                /** @description At least this. */
                "created_at[gte]"?: string;
                /** @description At most this. */
                "created_at[lte]"?: string;
                /** @description More than this. */
                "created_at[gt]"?: string;
                /** @description Less than this. */
                "created_at[lt]"?: string;
                /** @description None of these values. */
                "created_at[ne]"?: string[];
                /** @description Any of these values. */
                updated_at?: string[];
                /** @description At least this. */
                "updated_at[gte]"?: string;
                /** @description At most this. */
                "updated_at[lte]"?: string;
                /** @description More than this. */
                "updated_at[gt]"?: string;
                /** @description Less than this. */
                "updated_at[lt]"?: string;
                /** @description None of these values. */
                "updated_at[ne]"?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of people */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonPage"];
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    createPerson: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes the request safe to repeat for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PersonCreate"];
            };
        };
        responses: {
            /** @description The person */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Person"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getPerson: {
        parameters: {
            query?: {
                /** @description Only these members, and the id. */
                fields?: ("archived_at" | "created_at" | "id" | "updated_at" | "version" | "citizenship" | "degree" | "email" | "kind" | "languages" | "name" | "passport_name" | "phone" | "position" | "programme" | "study_year" | "tags" | "unit_id")[];
                /** @description Show the records referred to, under their own names. */
                expand?: ("unit" | "unit.parent" | "unit.head")[];
            };
            header?: {
                /** @description A version you have: answered with 304 while it is the newest. */
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The person */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Person"] | components["schemas"]["PersonSparse"];
                };
            };
            /** @description You have the newest version. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    replacePerson: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The version that the change is based on, as the ETag has it.
                 * @example "1"
                 */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PersonCreate"];
            };
        };
        responses: {
            /** @description The person */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Person"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    archivePerson: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The version that the change is based on, as the ETag has it.
                 * @example "1"
                 */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Archived. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    updatePerson: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The version that the change is based on, as the ETag has it.
                 * @example "1"
                 */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["PersonPatch"];
            };
        };
        responses: {
            /** @description The person */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Person"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listPersonHistory: {
        parameters: {
            query?: {
                /** @description At most this many entries; more than 200 is cut to 200. */
                limit?: number;
                /** @description Only entries with a smaller seq. */
                before?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The history */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["History"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getPersonIdentity: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The identity */
            200: {
                headers: {
                    /** @description The version of the person, in quotes. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonIdentity"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    replacePersonIdentity: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The version of the person that the change is based on, as the ETag has it.
                 * @example "1"
                 */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PersonIdentityCreate"];
            };
        };
        responses: {
            /** @description The identity */
            200: {
                headers: {
                    /** @description The version of the person, in quotes. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonIdentity"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    restorePerson: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes the request safe to repeat for 24 hours. */
                "Idempotency-Key"?: string;
                /**
                 * @description The version that the change is based on, as the ETag has it.
                 * @example "1"
                 */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The person */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Person"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["Unprocessable"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listPublicInstitutions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListedInstitutions"];
                };
            };
            400: components["responses"]["BadRequest"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listPublicInstruments: {
        parameters: {
            query?: {
                /** @description The day that the list is told for; today if absent. */
                as_of?: string;
            };
            header?: never;
            path: {
                /** @example tiiame */
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicInstruments"];
                };
            };
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listPublicNewPartners: {
        parameters: {
            query: {
                /**
                 * @description The first day.
                 * @example 2016-09-01
                 */
                from: string;
                /**
                 * @description The last day, not before the first.
                 * @example 2017-01-31
                 */
                to: string;
            };
            header?: never;
            path: {
                /** @example iet-tsuc */
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewPartners"];
                };
            };
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getPublicProfile: {
        parameters: {
            query?: {
                /** @description The day that the figures are told for; today if absent. */
                as_of?: string;
            };
            header?: never;
            path: {
                /** @example tiiame */
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Profile"];
                };
            };
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listPublicProjects: {
        parameters: {
            query?: {
                /** @description The day that the list is told for; today if absent. */
                as_of?: string;
            };
            header?: never;
            path: {
                /** @example tiiame */
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicProjects"];
                };
            };
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getStatistics: {
        parameters: {
            query?: {
                /** @description The day that the figures are told for; today if absent. */
                as_of?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The figures. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Statistics"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listUnits: {
        parameters: {
            query?: {
                /** @description Words to find; case, accents, scripts and apostrophes are folded. */
                q?: string;
                /** @description Fields to sort by, `-` for descending; the id is appended. An absent value counts as the largest. */
                sort?: ("name" | "-name" | "name.uz" | "-name.uz" | "name.ru" | "-name.ru" | "name.tg" | "-name.tg" | "created_at" | "-created_at" | "updated_at" | "-updated_at")[];
                /** @description Items in a page; more than 200 is cut to 200. */
                limit?: number;
                /** @description `next_cursor` or `prev_cursor` of a page of the same list. */
                cursor?: string;
                /** @description Items to skip, for grids; not together with a cursor. */
                offset?: number;
                /** @description Count the whole list, up to 10 000. */
                include_total?: boolean;
                /** @description Whether archived records are in the list. */
                archived?: "exclude" | "include" | "only";
                /** @description Only these members, and the id. */
                fields?: ("archived_at" | "created_at" | "id" | "updated_at" | "version" | "head_id" | "kind" | "names" | "parent_id")[];
                /** @description Show the records referred to, under their own names. */
                expand?: ("parent" | "parent.parent" | "parent.head" | "head" | "head.unit")[];
                /** @description Any of these values. */
                kind?: ("faculty" | "department" | "office" | "centre" | "branch" | "other")[];
                /** @description None of these values. */
                "kind[ne]"?: ("faculty" | "department" | "office" | "centre" | "branch" | "other")[];
                /** @description Any of these values. */
                parent_id?: string[];
                /** @description None of these values. */
                "parent_id[ne]"?: string[];
                /** @description Is the value absent? */
                "parent_id[isnull]"?: boolean;
                /** @description Any of these values. */
                head_id?: string[];
                /** @description None of these values. */
                "head_id[ne]"?: string[];
                /** @description Is the value absent? */
                "head_id[isnull]"?: boolean;
                /** @description Any of these values. */
                id?: string[];
                /** @description None of these values. */
                "id[ne]"?: string[];
                /** @description Any of these values. */
                created_at?: string[];
                /** @description At least this. */
                "created_at[gte]"?: string;
                /** @description At most this. */
                "created_at[lte]"?: string;
                /** @description More than this. */
                "created_at[gt]"?: string;
                /** @description Less than this. */
                "created_at[lt]"?: string;
                /** @description None of these values. */
                "created_at[ne]"?: string[];
                /** @description Any of these values. */
                updated_at?: string[];
                /** @description At least this. */
                "updated_at[gte]"?: string;
                /** @description At most this. */
                "updated_at[lte]"?: string;
                /** @description More than this. */
                "updated_at[gt]"?: string;
                /** @description Less than this. */
                "updated_at[lt]"?: string;
                /** @description None of these values. */
                "updated_at[ne]"?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of units */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    createUnit: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes the request safe to repeat for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UnitCreate"];
            };
        };
        responses: {
            /** @description The unit */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Unit"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getUnit: {
        parameters: {
            query?: {
                /** @description Only these members, and the id. */
                fields?: ("archived_at" | "created_at" | "id" | "updated_at" | "version" | "head_id" | "kind" | "names" | "parent_id")[];
                /** @description Show the records referred to, under their own names. */
                expand?: ("parent" | "parent.parent" | "parent.head" | "head" | "head.unit")[];
            };
            header?: {
                /** @description A version you have: answered with 304 while it is the newest. */
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The unit */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Unit"] | components["schemas"]["UnitSparse"];
                };
            };
            /** @description You have the newest version. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    replaceUnit: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The version that the change is based on, as the ETag has it.
                 * @example "1"
                 */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UnitCreate"];
            };
        };
        responses: {
            /** @description The unit */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Unit"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    archiveUnit: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The version that the change is based on, as the ETag has it.
                 * @example "1"
                 */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Archived. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    updateUnit: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The version that the change is based on, as the ETag has it.
                 * @example "1"
                 */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["UnitPatch"];
            };
        };
        responses: {
            /** @description The unit */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Unit"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listUnitHistory: {
        parameters: {
            query?: {
                /** @description At most this many entries; more than 200 is cut to 200. */
                limit?: number;
                /** @description Only entries with a smaller seq. */
                before?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The history */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["History"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    restoreUnit: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes the request safe to repeat for 24 hours. */
                "Idempotency-Key"?: string;
                /**
                 * @description The version that the change is based on, as the ETag has it.
                 * @example "1"
                 */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The unit */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Unit"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["Unprocessable"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listUsers: {
        parameters: {
            query?: {
                /** @description Words to find; case, accents, scripts and apostrophes are folded. */
                q?: string;
                /** @description Fields to sort by, `-` for descending; the id is appended. An absent value counts as the largest. */
                sort?: ("name" | "-name" | "created_at" | "-created_at" | "updated_at" | "-updated_at")[];
                /** @description Items in a page; more than 200 is cut to 200. */
                limit?: number;
                /** @description `next_cursor` or `prev_cursor` of a page of the same list. */
                cursor?: string;
                /** @description Items to skip, for grids; not together with a cursor. */
                offset?: number;
                /** @description Count the whole list, up to 10 000. */
                include_total?: boolean;
                /** @description Whether archived records are in the list. */
                archived?: "exclude" | "include" | "only";
                /** @description Only these members, and the id. */
                fields?: ("archived_at" | "created_at" | "id" | "updated_at" | "version" | "email" | "name" | "person_id" | "role" | "unit_id" | "status")[];
                /** @description Show the records referred to, under their own names. */
                expand?: ("unit" | "unit.parent" | "unit.head" | "person" | "person.unit")[];
                /** @description Any of these values. */
                role?: ("member" | "coordinator" | "officer" | "approver" | "viewer" | "admin")[];
                /** @description None of these values. */
                "role[ne]"?: ("member" | "coordinator" | "officer" | "approver" | "viewer" | "admin")[];
                /** @description Any of these values. */
                unit_id?: string[];
                /** @description None of these values. */
                "unit_id[ne]"?: string[];
                /** @description Is the value absent? */
                "unit_id[isnull]"?: boolean;
                /** @description Any of these values. */
                person_id?: string[];
                /** @description None of these values. */
                "person_id[ne]"?: string[];
                /** @description Is the value absent? */
                "person_id[isnull]"?: boolean;
                /** @description Any of these values. */
                id?: string[];
                /** @description None of these values. */
                "id[ne]"?: string[];
                /** @description Any of these values. */
                created_at?: string[];
                /** @description At least this. */
                "created_at[gte]"?: string;
                /** @description At most this. */
                "created_at[lte]"?: string;
                /** @description More than this. */
                "created_at[gt]"?: string;
                /** @description Less than this. */
                "created_at[lt]"?: string;
                /** @description None of these values. */
                "created_at[ne]"?: string[];
                /** @description Any of these values. */
                updated_at?: string[];
                /** @description At least this. */
                "updated_at[gte]"?: string;
                /** @description At most this. */
                "updated_at[lte]"?: string;
                /** @description More than this. */
                "updated_at[gt]"?: string;
                /** @description Less than this. */
                "updated_at[lt]"?: string;
                /** @description None of these values. */
                "updated_at[ne]"?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of users */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    createUser: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes the request safe to repeat for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserCreate"];
            };
        };
        responses: {
            /** @description The user */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getUser: {
        parameters: {
            query?: {
                /** @description Only these members, and the id. */
                fields?: ("archived_at" | "created_at" | "id" | "updated_at" | "version" | "email" | "name" | "person_id" | "role" | "unit_id" | "status")[];
                /** @description Show the records referred to, under their own names. */
                expand?: ("unit" | "unit.parent" | "unit.head" | "person" | "person.unit")[];
            };
            header?: {
                /** @description A version you have: answered with 304 while it is the newest. */
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The user */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"] | components["schemas"]["UserSparse"];
                };
            };
            /** @description You have the newest version. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    replaceUser: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The version that the change is based on, as the ETag has it.
                 * @example "1"
                 */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserCreate"];
            };
        };
        responses: {
            /** @description The user */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    archiveUser: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The version that the change is based on, as the ETag has it.
                 * @example "1"
                 */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Archived. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    updateUser: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The version that the change is based on, as the ETag has it.
                 * @example "1"
                 */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["UserPatch"];
            };
        };
        responses: {
            /** @description The user */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listUserHistory: {
        parameters: {
            query?: {
                /** @description At most this many entries; more than 200 is cut to 200. */
                limit?: number;
                /** @description Only entries with a smaller seq. */
                before?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The history */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["History"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    inviteUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The link. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invitation"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    restoreUser: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes the request safe to repeat for 24 hours. */
                "Idempotency-Key"?: string;
                /**
                 * @description The version that the change is based on, as the ETag has it.
                 * @example "1"
                 */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The user */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["Unprocessable"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
}
