//! Every rule, in the order in which findings are told.

use crate::rule::Rule;
use crate::rules::{
    completeness, consistency, criteria, duplicates, exclusions, privacy, reading, signatures,
};

/// The catalogue. Duplicates come last: they ask what the other rules said.
static CATALOGUE: &[&Rule] = &[
    &reading::file_empty::RULE,
    &reading::file_encrypted::RULE,
    &reading::file_not_spreadsheet::RULE,
    &reading::file_very_old_excel::RULE,
    &reading::file_damaged::RULE,
    &reading::file_too_large::RULE,
    &reading::file_gave_up::RULE,
    &reading::form_not_recognised::RULE,
    &reading::form_uncertain::RULE,
    &reading::sheet_unreadable::RULE,
    &reading::sheet_hidden::RULE,
    &reading::table_not_found::RULE,
    &completeness::chapter_unknown::RULE,
    &completeness::chapter_uncertain::RULE,
    &completeness::wrong_basis_year::RULE,
    &completeness::basis_year_missing::RULE,
    &completeness::delivered_late::RULE,
    &completeness::form_missing::RULE,
    &completeness::peer_supporters_not_delivered::RULE,
    &completeness::table_empty::RULE,
    &completeness::required_field_missing::RULE,
    &completeness::chapter_name_missing::RULE,
    &reading::date_not_understood::RULE,
    &reading::email_not_understood::RULE,
    &reading::number_not_understood::RULE,
    &reading::yes_no_not_understood::RULE,
    &signatures::annual_report_signature_missing::RULE,
    &signatures::signature_missing::RULE,
    &signatures::signature_typed::RULE,
    &signatures::signature_date_missing::RULE,
    &signatures::signature_date_ahead::RULE,
    &signatures::signature_before_activity::RULE,
    &signatures::signature_not_confirmed::RULE,
    &criteria::too_few_members::RULE,
    &criteria::statutes_missing::RULE,
    &criteria::own_economy_missing::RULE,
    &criteria::annual_report_missing::RULE,
    &criteria::member_activity_missing::RULE,
    &criteria::board_missing::RULE,
    &criteria::board_election_too_old::RULE,
    &consistency::meeting_place_unexpected::RULE,
    &consistency::activities_unexpected::RULE,
    &consistency::peer_supporters_unexpected::RULE,
    &consistency::delivery_overlap::RULE,
    &privacy::identity_number::RULE,
    &privacy::account_number::RULE,
    &privacy::email_in_text::RULE,
    &privacy::telephone_in_text::RULE,
    &privacy::visited_person_named::RULE,
    &privacy::diagnosis_of_person::RULE,
    &exclusions::annual_or_board_meeting::RULE,
    &exclusions::stand::RULE,
    &exclusions::outside_norway::RULE,
    &exclusions::arranged_by_others::RULE,
    &exclusions::not_in_person::RULE,
    &exclusions::decided_against::RULE,
    &criteria::outside_basis_year::RULE,
    &criteria::too_few_participants::RULE,
    &criteria::too_short::RULE,
    &criteria::date_or_duration_missing::RULE,
    &reading::two_readings::RULE,
    &criteria::sharing_missing::RULE,
    &criteria::theme_missing::RULE,
    &criteria::leader_missing::RULE,
    &criteria::leader_contact_missing::RULE,
    &criteria::asked_by_adviser::RULE,
    &criteria::needs_adviser::RULE,
    &consistency::leader_not_listed::RULE,
    &criteria::partly_outside_basis_year::RULE,
    &reading::time_not_understood::RULE,
    &reading::duration_not_understood::RULE,
    &reading::formula_error::RULE,
    &criteria::peer_supporter_not_active::RULE,
    &criteria::peer_supporter_paid::RULE,
    &criteria::peer_supporter_name_missing::RULE,
    &criteria::peer_supporter_activity_unknown::RULE,
    &criteria::peer_supporter_pay_unknown::RULE,
    &criteria::peer_supporter_not_appointed::RULE,
    &criteria::peer_supporter_course_missing::RULE,
    &criteria::confidentiality_missing::RULE,
    &duplicates::duplicate::RULE,
    &duplicates::same_day_open::RULE,
    &duplicates::person_listed_twice::RULE,
];

/// Every rule, in the order in which findings are told.
pub fn catalogue() -> &'static [&'static Rule] {
    CATALOGUE
}

/// The rule with this code or name.
pub(crate) fn rule(code_or_name: &str) -> Option<&'static Rule> {
    CATALOGUE
        .iter()
        .copied()
        .find(|rule| rule.code == code_or_name || rule.name == code_or_name)
}
