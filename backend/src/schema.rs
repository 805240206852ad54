//! The tables, for diesel: one schema for both databases, in the order of the migrations.

diesel::table! {
    institutions (institution_id, id) {
        institution_id -> Text,
        id -> Text,
        version -> BigInt,
        created_at -> Timestamp,
        updated_at -> Timestamp,
        archived_at -> Nullable<Timestamp>,
        search -> Text,
        slug -> Text,
        demo -> Bool,
        names -> Text,
        name_key -> Text,
        short_names -> Nullable<Text>,
        country -> Text,
        city -> Nullable<Text>,
        address -> Nullable<Text>,
        time_zone -> Text,
        default_language -> Text,
        website -> Nullable<Text>,
        lead_days -> Integer,
        external_ids -> Text,
        office -> Nullable<Text>,
    }
}

diesel::table! {
    units (institution_id, id) {
        institution_id -> Text,
        id -> Text,
        version -> BigInt,
        created_at -> Timestamp,
        updated_at -> Timestamp,
        archived_at -> Nullable<Timestamp>,
        search -> Text,
        names -> Text,
        name_key -> Text,
        name_key_uz -> Text,
        name_key_ru -> Text,
        name_key_tg -> Text,
        kind -> Text,
        parent_id -> Nullable<Text>,
        head_id -> Nullable<Text>,
    }
}

diesel::table! {
    people (institution_id, id) {
        institution_id -> Text,
        id -> Text,
        version -> BigInt,
        created_at -> Timestamp,
        updated_at -> Timestamp,
        archived_at -> Nullable<Timestamp>,
        search -> Text,
        name -> Text,
        name_key -> Text,
        passport_name -> Nullable<Text>,
        kind -> Text,
        citizenship -> Nullable<Text>,
        email -> Nullable<Text>,
        phone -> Nullable<Text>,
        unit_id -> Nullable<Text>,
        position -> Nullable<Text>,
        programme -> Nullable<Text>,
        study_year -> Nullable<Integer>,
        degree -> Nullable<Text>,
        languages -> Text,
        tags -> Text,
    }
}

diesel::table! {
    identities (institution_id, id) {
        institution_id -> Text,
        id -> Text,
        birth_on -> Nullable<Date>,
        sex -> Nullable<Text>,
        national_number -> Nullable<Text>,
        documents -> Text,
    }
}

diesel::table! {
    journal (institution_id, seq) {
        institution_id -> Text,
        seq -> BigInt,
        at -> Timestamp,
        actor_id -> Nullable<Text>,
        action -> Text,
        record -> Text,
        record_id -> Text,
        version -> BigInt,
        comment -> Nullable<Text>,
        changes -> Text,
        changes_hash -> Text,
        request_id -> Text,
        previous_hash -> Text,
        hash -> Text,
    }
}

diesel::table! {
    journal_heads (institution_id) {
        institution_id -> Text,
        seq -> BigInt,
        hash -> Text,
    }
}

diesel::table! {
    idempotency_keys (institution_id, scope, key) {
        institution_id -> Text,
        scope -> Text,
        key -> Text,
        fingerprint -> Text,
        status -> Integer,
        location -> Nullable<Text>,
        version -> Nullable<BigInt>,
        body -> Text,
        created_at -> Timestamp,
    }
}

diesel::table! {
    partners (institution_id, id) {
        institution_id -> Text,
        id -> Text,
        version -> BigInt,
        created_at -> Timestamp,
        updated_at -> Timestamp,
        archived_at -> Nullable<Timestamp>,
        search -> Text,
        names -> Text,
        name_key -> Text,
        name_key_uz -> Text,
        name_key_ru -> Text,
        name_key_tg -> Text,
        kind -> Text,
        country -> Text,
        city -> Nullable<Text>,
        latitude -> Nullable<Double>,
        longitude -> Nullable<Double>,
        website -> Nullable<Text>,
        stage -> Text,
        first_contact_on -> Nullable<Date>,
        closed_on -> Nullable<Date>,
        locally_accredited -> Bool,
        merged_into_id -> Nullable<Text>,
        former_names -> Text,
        contacts -> Text,
        areas -> Text,
        tags -> Text,
    }
}

diesel::table! {
    partner_external_ids (institution_id, partner_id, position) {
        institution_id -> Text,
        partner_id -> Text,
        position -> Integer,
        scheme -> Text,
        value -> Text,
    }
}

diesel::table! {
    partner_rankings (institution_id, partner_id, position) {
        institution_id -> Text,
        partner_id -> Text,
        position -> Integer,
        system -> Text,
        year -> Integer,
        rank -> Text,
        best -> Integer,
    }
}

diesel::table! {
    partner_alikes (institution_id, partner_id, position) {
        institution_id -> Text,
        partner_id -> Text,
        position -> Integer,
        alike -> Text,
    }
}

diesel::table! {
    instruments (institution_id, id) {
        institution_id -> Text,
        id -> Text,
        version -> BigInt,
        created_at -> Timestamp,
        updated_at -> Timestamp,
        archived_at -> Nullable<Timestamp>,
        search -> Text,
        instrument -> Text,
        kind -> Nullable<Text>,
        number -> Nullable<Text>,
        title -> Text,
        title_key -> Text,
        title_key_uz -> Text,
        title_key_ru -> Text,
        title_key_tg -> Text,
        unit_id -> Nullable<Text>,
        stage -> Text,
        visibility -> Text,
        signed_on -> Nullable<Date>,
        signed_at -> Nullable<Text>,
        starts_on -> Nullable<Date>,
        ends_on -> Nullable<Date>,
        renewal_months -> Nullable<Integer>,
        renewal_notice_days -> Nullable<Integer>,
        notice_given_on -> Nullable<Date>,
        last_on -> Nullable<Date>,
        terminated_on -> Nullable<Date>,
        termination_reason -> Nullable<Text>,
        predecessor_id -> Nullable<Text>,
        superseded_on -> Nullable<Date>,
        amends_id -> Nullable<Text>,
        areas -> Text,
        languages -> Text,
        our_signatories -> Text,
        tags -> Text,
    }
}

diesel::table! {
    instrument_parties (institution_id, instrument_id, position) {
        institution_id -> Text,
        instrument_id -> Text,
        position -> Integer,
        partner_id -> Text,
        signed_on -> Nullable<Date>,
        signatories -> Text,
    }
}

diesel::table! {
    funding_programmes (institution_id, id) {
        institution_id -> Text,
        id -> Text,
        version -> BigInt,
        created_at -> Timestamp,
        updated_at -> Timestamp,
        archived_at -> Nullable<Timestamp>,
        search -> Text,
        names -> Text,
        name_key -> Text,
        name_key_uz -> Text,
        name_key_ru -> Text,
        name_key_tg -> Text,
        funder -> Text,
        funder_key -> Text,
        code -> Nullable<Text>,
        kind -> Text,
        website -> Nullable<Text>,
        tags -> Text,
    }
}

diesel::table! {
    grant_projects (institution_id, id) {
        institution_id -> Text,
        id -> Text,
        version -> BigInt,
        created_at -> Timestamp,
        updated_at -> Timestamp,
        archived_at -> Nullable<Timestamp>,
        search -> Text,
        acronym -> Nullable<Text>,
        acronym_key -> Nullable<Text>,
        title -> Text,
        title_key -> Text,
        title_key_uz -> Text,
        title_key_ru -> Text,
        title_key_tg -> Text,
        reference -> Nullable<Text>,
        call -> Nullable<Text>,
        funding_programme_id -> Text,
        status -> Text,
        our_role -> Text,
        total_budget -> Nullable<BigInt>,
        total_currency -> Nullable<Text>,
        our_share -> Nullable<BigInt>,
        our_currency -> Nullable<Text>,
        co_funding -> Nullable<BigInt>,
        co_currency -> Nullable<Text>,
        starts_on -> Nullable<Date>,
        ends_on -> Nullable<Date>,
        unit_id -> Nullable<Text>,
        lead_id -> Nullable<Text>,
        website -> Nullable<Text>,
        summary -> Nullable<Text>,
        areas -> Text,
        tags -> Text,
    }
}

diesel::table! {
    grant_project_partners (institution_id, project_id, position) {
        institution_id -> Text,
        project_id -> Text,
        position -> Integer,
        partner_id -> Text,
        role -> Text,
    }
}

diesel::table! {
    exchange_students (institution_id, id) {
        institution_id -> Text,
        id -> Text,
        version -> BigInt,
        created_at -> Timestamp,
        updated_at -> Timestamp,
        archived_at -> Nullable<Timestamp>,
        search -> Text,
        person_id -> Text,
        person_key -> Text,
        direction -> Text,
        partner_id -> Text,
        agreement_id -> Nullable<Text>,
        unit_id -> Nullable<Text>,
        kind -> Text,
        status -> Text,
        academic_year -> Text,
        term -> Text,
        planned_from -> Date,
        planned_to -> Date,
        actual_from -> Nullable<Date>,
        actual_to -> Nullable<Date>,
        level -> Integer,
        field -> Text,
        language -> Nullable<Text>,
        funding_programme_id -> Nullable<Text>,
        grant_amount -> Nullable<BigInt>,
        grant_currency -> Nullable<Text>,
        tags -> Text,
    }
}

diesel::table! {
    users (id) {
        id -> Text,
        email -> Text,
        email_key -> Text,
        name -> Text,
        password_hash -> Nullable<Text>,
        epoch -> Integer,
        disabled_at -> Nullable<Timestamp>,
        created_at -> Timestamp,
        updated_at -> Timestamp,
        language -> Nullable<Text>,
        theme -> Nullable<Text>,
    }
}

diesel::table! {
    memberships (institution_id, id) {
        institution_id -> Text,
        id -> Text,
        user_id -> Text,
        role -> Text,
        unit_id -> Nullable<Text>,
        person_id -> Nullable<Text>,
        created_at -> Timestamp,
        updated_at -> Timestamp,
        version -> BigInt,
        archived_at -> Nullable<Timestamp>,
        name_key -> Text,
        search -> Text,
        invitation_hash -> Nullable<Text>,
        invitation_expires_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    sessions (institution_id, id) {
        institution_id -> Text,
        id -> Text,
        user_id -> Text,
        secret_hash -> Text,
        epoch -> Integer,
        created_at -> Timestamp,
        last_seen_at -> Timestamp,
        expires_at -> Timestamp,
        revoked_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    refresh_tokens (institution_id, id) {
        institution_id -> Text,
        id -> Text,
        family_id -> Text,
        user_id -> Text,
        secret_hash -> Text,
        epoch -> Integer,
        successor -> Nullable<Text>,
        created_at -> Timestamp,
        expires_at -> Timestamp,
        used_at -> Nullable<Timestamp>,
        revoked_at -> Nullable<Timestamp>,
    }
}

diesel::allow_tables_to_appear_in_same_query!(
    institutions,
    units,
    people,
    identities,
    journal,
    journal_heads,
    idempotency_keys,
    partners,
    partner_external_ids,
    partner_rankings,
    partner_alikes,
    instruments,
    instrument_parties,
    funding_programmes,
    grant_projects,
    grant_project_partners,
    exchange_students,
    users,
    memberships,
    sessions,
    refresh_tokens,
);
