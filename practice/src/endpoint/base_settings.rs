//! What belongs to a base besides its tables: webhooks, rules, accounts for e-mail, forms.

use super::record::{Action, Collection, Scope};
use crate::route::{Handler, Route};

pub(crate) const ROUTES: &[Route] = &[
    ("GET", HOOKS, Handler::Records(&WEBHOOKS, Action::List)),
    ("POST", HOOKS, Handler::Records(&WEBHOOKS, Action::Create)),
    ("PUT", HOOK, Handler::Records(&WEBHOOKS, Action::Change)),
    ("DELETE", HOOK, Handler::Records(&WEBHOOKS, Action::Remove)),
    (
        "GET",
        NOTICES,
        Handler::Records(&NOTIFICATION_RULES, Action::List),
    ),
    (
        "POST",
        NOTICES,
        Handler::Records(&NOTIFICATION_RULES, Action::Create),
    ),
    (
        "PUT",
        NOTICE,
        Handler::Records(&NOTIFICATION_RULES, Action::Change),
    ),
    (
        "DELETE",
        NOTICE,
        Handler::Records(&NOTIFICATION_RULES, Action::Remove),
    ),
    (
        "GET",
        RULES,
        Handler::Records(&AUTOMATION_RULES, Action::List),
    ),
    (
        "POST",
        RULES,
        Handler::Records(&AUTOMATION_RULES, Action::Create),
    ),
    (
        "PUT",
        RULE,
        Handler::Records(&AUTOMATION_RULES, Action::Change),
    ),
    (
        "DELETE",
        RULE,
        Handler::Records(&AUTOMATION_RULES, Action::Remove),
    ),
    (
        "GET",
        ACCOUNTS,
        Handler::Records(&EMAIL_ACCOUNTS, Action::List),
    ),
    (
        "POST",
        ACCOUNTS,
        Handler::Records(&EMAIL_ACCOUNTS, Action::Create),
    ),
    (
        "PUT",
        ACCOUNT,
        Handler::Records(&EMAIL_ACCOUNTS, Action::Change),
    ),
    (
        "DELETE",
        ACCOUNT,
        Handler::Records(&EMAIL_ACCOUNTS, Action::Remove),
    ),
    (
        "GET",
        "/api/v2.1/third-party-accounts/{base_uuid}/detail/",
        Handler::Records(&EMAIL_ACCOUNTS_BY_NAME, Action::Get),
    ),
    (
        "GET",
        "/api/v2.1/forms/shared/",
        Handler::Records(&SHARED_FORMS, Action::List),
    ),
    (
        "GET",
        "/api/v2.1/forms/",
        Handler::Records(&FORMS, Action::List),
    ),
    (
        "POST",
        "/api/v2.1/forms/",
        Handler::Records(&FORMS, Action::Create),
    ),
    ("PUT", FORM, Handler::Records(&OWN_FORMS, Action::Change)),
    ("DELETE", FORM, Handler::Records(&OWN_FORMS, Action::Remove)),
];

const HOOKS: &str = "/api/v2.1/workspace/{workspace_id}/dtable/{base_name}/webhooks/";
const HOOK: &str = "/api/v2.1/workspace/{workspace_id}/dtable/{base_name}/webhooks/{webhook_id}/";
const NOTICES: &str = "/api/v2.1/workspace/{workspace_id}/dtable/{base_name}/notification-rules/";
const NOTICE: &str = "/api/v2.1/workspace/{workspace_id}/dtable/{base_name}/notification-rules/{notification_rule_id}/";
const RULES: &str = "/api/v2.1/workspace/{workspace_id}/dtable/{base_name}/automation-rules/";
const RULE: &str =
    "/api/v2.1/workspace/{workspace_id}/dtable/{base_name}/automation-rules/{automation_rule_id}/";
const ACCOUNTS: &str = "/api/v2.1/third-party-accounts/{base_uuid}/";
const ACCOUNT: &str = "/api/v2.1/third-party-accounts/{base_uuid}/{3rd_party_account_id}/";
const FORM: &str = "/api/v2.1/forms/{form_token}/";

/// Nothing is ever sent to them.
const WEBHOOKS: Collection = Collection {
    kind: "webhook",
    list: "webhook_list",
    one: "webhook",
    named: "webhook_id",
    new: r#"{"id":"$id","dtable_uuid":"$base.uuid","url":"@url!","creator":"$user.email","created_at":"$now",
        "settings":{"secret":"@secret"}}"#,
    ..Collection::COMMON
};

/// They are kept and never run, as those of automation.
const NOTIFICATION_RULES: Collection = Collection {
    kind: "notification rule",
    list: "dtable_notification_rule_list",
    named: "notification_rule_id",
    new: r#"{"id":"$id","run_condition":"@run_condition!","trigger":"@trigger!","action":"@action!",
        "creator":"$user.name","ctime":"$now","last_trigger_time":""}"#,
    ..Collection::COMMON
};

const AUTOMATION_RULES: Collection = Collection {
    kind: "automation rule",
    list: "dtable_automation_rule_list",
    named: "automation_rule_id",
    new: r#"{"id":"$id","dtable_uuid":"$base.uuid","run_condition":"@run_condition!","trigger":"@trigger!",
        "actions":"@actions!","creator":"$user.name","ctime":"$now","last_trigger_time":"","is_valid":true,
        "trigger_count":0}"#,
    ..Collection::COMMON
};

const EMAIL_ACCOUNTS: Collection = Collection {
    kind: "account",
    list: "accounts_list",
    one: "account",
    named: "3rd_party_account_id",
    new: r#"{"id":"$id","account_name":"@account_name!","account_type":"@account_type!","detail":"@detail!"}"#,
    status: 201,
    ..Collection::COMMON
};

const EMAIL_ACCOUNTS_BY_NAME: Collection = Collection {
    key: "account_name",
    named: "account_name",
    ..EMAIL_ACCOUNTS
};

const FORMS: Collection = Collection {
    kind: "form",
    list: "form_list",
    one: "form",
    key: "token",
    named: "form_token",
    new: r#"{"id":"$id","username":"$user.email","workspace_id":"$base.workspace_id","dtable_uuid":"$base.uuid",
        "form_config":"@form_config!","token":"$uuid","form_link":"$link forms","share_type":"anonymous",
        "created_at":"$now","submit_count":0}"#,
    status: 201,
    ..Collection::COMMON
};

/// An address with the form's token names no base.
const OWN_FORMS: Collection = Collection {
    scope: Scope::Mine("username"),
    ..FORMS
};

/// The API shares no form, so there are none.
const SHARED_FORMS: Collection = Collection {
    kind: "shared form",
    scope: Scope::User,
    list: "shared_list",
    ..Collection::COMMON
};
