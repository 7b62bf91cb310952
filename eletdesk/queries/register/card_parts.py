"""The parts of a card of the register that are read with one statement each: names of fields, and SQL."""

from eletdesk.queries.present_order import PRESENT_ENROLMENT

CARD_PARTS: tuple[tuple[tuple[str, ...], str], ...] = (
    (
        (
            "given_name",
            "family_name",
            "birth_on",
            "gender",
            "is_belgian",
            "school_record_number",
            "place",
            "tags",
        ),
        "SELECT given_name, family_name, birth_on, gender, is_belgian, school_record_number,"
        " place, tags FROM young_person WHERE deleted_at IS NULL ORDER BY id LIMIT 1",
    ),
    (
        ("school", "year_label", "study", "community"),
        "SELECT school, year_label, study, community FROM enrolment WHERE deleted_at IS NULL"  # noqa: S608
        f" ORDER BY {PRESENT_ENROLMENT} LIMIT 1",
    ),
    (
        (
            "pathway_id",
            "programme",
            "programme_version",
            "stage",
            "stage_since",
            "started_on",
            "closed_on",
            "has_referrer",
            "referrer",
            "referrer_centre",
            "is_compulsory",
        ),
        "SELECT p.id, p.programme_code, p.programme_version, p.stage,"
        " (SELECT max(changed_on) FROM stage_change s WHERE s.pathway_id = p.id AND s.deleted_at IS NULL"
        " AND s.from_stage <> s.to_stage),"  # the same stage twice is another version of the programme
        " p.started_on, p.closed_on,"
        " p.referrer <> '' AND p.referrer_centre <> '' AND p.referred_on IS NOT NULL,"
        " p.referrer, p.referrer_centre, p.is_compulsory"
        " FROM pathway p WHERE p.deleted_at IS NULL"
        " ORDER BY p.closed_on IS NOT NULL, p.started_on DESC, p.id DESC LIMIT 1",
    ),
    (
        ("time_out_from", "time_out_until", "return_meeting_on", "time_out_id"),
        "SELECT starts_on, ends_on, return_meeting_on, id FROM time_out WHERE deleted_at IS NULL"
        " ORDER BY ends_on DESC LIMIT 1",
    ),
    (
        ("drafts", "draft_form", "draft_saved_at"),
        "SELECT count(*), coalesce(max(form), ''), coalesce(max(saved_at), '') FROM draft"
        " WHERE deleted_at IS NULL",
    ),
    (
        ("referral_id", "referral_kind", "referral_status", "referral_due_on"),
        "SELECT id, kind, status, due_on FROM referral WHERE deleted_at IS NULL"
        " AND status NOT IN ('done', 'withdrawn', 'rejected') ORDER BY id DESC LIMIT 1",
    ),
    (
        ("was_in_special_education",),
        # who ended there, not who was there once (vrijclb.be: the longer term of rule 17)
        "SELECT training_form <> 'none' FROM enrolment WHERE deleted_at IS NULL"  # noqa: S608
        f" ORDER BY {PRESENT_ENROLMENT} LIMIT 1",
    ),
    (
        ("request_id", "request_kind", "request_due_on"),
        "SELECT id, kind, due_on FROM rights_request WHERE deleted_at IS NULL AND handled_on IS NULL"
        " ORDER BY due_on IS NULL, due_on LIMIT 1",
    ),
    (
        ("consent_state", "consent_until", "consent_on"),
        "SELECT state, valid_until, given_on FROM consent WHERE deleted_at IS NULL AND purpose = 'guidance'"
        " ORDER BY given_on DESC, id DESC LIMIT 1",
    ),
)
