//! One request for each answer about accounts, bases, groups and files.

use crate::cases::{Case, case};

/// A picture, as a form.
const AVATAR: &str = "--x\r\nContent-Disposition: form-data; name=\"avatar\"; filename=\"a.png\"\r\n\r\nx\r\n--x--\r\n";

/// Accounts, bases, groups and files.
pub(crate) const ACCOUNT_CASES: &[Case] = &[
    case(
        "PUT /api/v2.1/user/contact-email/",
        r#"{"new_contact_email":"x@practice.example"}"#,
        200,
    ),
    case("POST /api/v2.1/user-avatar/", AVATAR, 200),
    case("GET /api/v2.1/user-common-info/{user_id}/", "", 200),
    case(
        "POST /api/v2.1/user-list/",
        r#"{"user_id_list":["{user_id}"]}"#,
        200,
    ),
    case("GET /api2/search-user/?q=ben", "", 200),
    case(
        "GET /api/v2.1/workspace/{workspace_id}/dtable/{base_name}/related-users/",
        "",
        200,
    ),
    case("GET /api/v2.1/dtable/items-search/?query_str=sho", "", 200),
    case(
        "PUT /api/v2.1/workspace/{workspace_id}/dtable/",
        r#"{"name":"Shop","new_name":"x"}"#,
        200,
    ),
    case(
        "PUT /api/v2.1/workspace/{workspace_id}/dtable/{base_name}/password/",
        r#"{"name":"Shop","operation":"password_add","password":"x"}"#,
        200,
    ),
    case("GET /api/v2.1/dtable/{base_uuid}/size/", "", 200),
    case("PUT /api/v2.1/dtable/{base_uuid}/repair/", "", 200),
    case(
        "POST /api/v2.1/dtable-external-link/dtable-copy/",
        r#"{"link":"{external_link}","dst_workspace_id":"{own_workspace}"}"#,
        200,
    ),
    case("GET /api/v2.1/starred-dtables/", "", 200),
    case(
        "POST /api/v2.1/starred-dtables/",
        r#"{"dtable_uuid":"{base_uuid}"}"#,
        200,
    ),
    case(
        "DELETE /api/v2.1/starred-dtables/?dtable_uuid={base_uuid}",
        "",
        200,
    ),
    case(
        "POST /api/v2.1/workspace/{workspace_id}/folders/",
        r#"{"name":"x"}"#,
        200,
    ),
    case(
        "PUT /api/v2.1/workspace/{workspace_id}/folders/{folder_id}/",
        r#"{"name":"x"}"#,
        200,
    ),
    case(
        "DELETE /api/v2.1/workspace/{workspace_id}/folders/{folder_id}/",
        "",
        200,
    ),
    case(
        "POST /api/v2.1/workspace/{workspace_id}/folder-item-moving/",
        r#"{"item_type":"dtable","item_id":"{base_id}","from":"/","to":"{folder_id}"}"#,
        200,
    ),
    case("GET /api/v2.1/trash-dtables/", "", 200),
    case("DELETE /api/v2.1/trash-dtables/", "", 200),
    case("PUT /api/v2.1/trash-dtables/{trashed_base_id}/", "", 200),
    case("GET /api/v2.1/groups/{sales_id}/trash-dtables/", "", 200),
    case(
        "PUT /api/v2.1/groups/{sales_id}/trash-dtables/{trashed_uuid}/",
        "",
        200,
    ),
    case("GET /api/v2.1/groups/", "", 200),
    case("POST /api/v2.1/groups/", r#"{"name":"x"}"#, 201),
    case("GET /api/v2.1/groups/{group_id}/", "", 200),
    case("PUT /api/v2.1/groups/{group_id}/", r#"{"name":"x"}"#, 200),
    case("DELETE /api/v2.1/groups/{group_id}/", "", 200),
    case("GET /api/v2.1/search-group/?q=Sal", "", 200),
    case("GET /api/v2.1/groups/{group_id}/members/", "", 200),
    case(
        "POST /api/v2.1/groups/{group_id}/members/",
        r#"{"email":"tia@practice.example"}"#,
        201,
    ),
    case(
        "PUT /api/v2.1/groups/{group_id}/members/{user_id}/",
        r#"{"is_admin":"true"}"#,
        200,
    ),
    case(
        "DELETE /api/v2.1/groups/{group_id}/members/{user_id}/",
        "",
        200,
    ),
    case(
        "GET /api/v2.1/groups/{group_id}/search-member/?q=Ben",
        "",
        200,
    ),
    case(
        "PUT /api/v2.1/groups/move-group/",
        r#"{"group_id":"{group_id}","anchor_group_id":"{sales_id}"}"#,
        200,
    ),
    case(
        "GET /api/v2.1/dtable-asset/{base_uuid}/?parent_dir=/files",
        "",
        200,
    ),
    case(
        "DELETE /api/v2.1/dtable-asset/{base_uuid}/?path=/files/a.txt",
        "",
        200,
    ),
    case(
        "POST /api/v2.1/dtable-asset/{base_uuid}/rename/",
        r#"{"path":"/files/a.txt","new_name":"b.txt"}"#,
        200,
    ),
    case("GET /api/v2.1/dtable-recent-asset/{base_uuid}/", "", 200),
    case(
        "GET /api/v2.1/workspace/{workspace_id}/dtable/{base_name}/asset-exists/?path=/files/a.txt",
        "",
        200,
    ),
];
