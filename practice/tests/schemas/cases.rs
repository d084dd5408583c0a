//! One request for each answer that has a schema.

use crate::shop::FILE;

/// A request about the base Shop, and the status it gets.
pub(crate) struct Case {
    /// Method and address; one without a leading slash is below the base's own. What stands in
    /// braces is filled in.
    pub(crate) request: &'static str,
    pub(crate) body: &'static str,
    /// With 401 and 403 the request carries a token that nobody has, or for a system admin's address
    /// that of a member.
    pub(crate) status: u16,
}

impl Case {
    pub(crate) fn method(&self) -> &'static str {
        self.request.split(' ').next().unwrap()
    }

    /// Returns the path with its query.
    pub(crate) fn path(&self) -> String {
        match self.request.split_once(' ').unwrap().1 {
            path if path.starts_with('/') => path.to_owned(),
            path => format!("/api-gateway/api/v2/dtables/{{base_uuid}}/{path}"),
        }
    }

    /// Returns the name of the operation.
    pub(crate) fn operation(&self) -> String {
        let path = self.path();
        contract::operation(self.method(), path.split('?').next().unwrap())
    }

    pub(crate) fn key(&self) -> (String, u16) {
        (self.operation(), self.status)
    }
}

pub(crate) const fn case(request: &'static str, body: &'static str, status: u16) -> Case {
    Case {
        request,
        body,
        status,
    }
}

/// Those that say what SeaTable's clients and the walkthroughs ask for.
pub(crate) const CASES: &[Case] = &[
    case(
        "POST /api2/auth-token/",
        r#"{"username":"ada@practice.example","password":"practice-password"}"#,
        200,
    ),
    case("GET /api/v2.1/dtable/app-access-token/", "", 200),
    case("GET /api/v2.1/dtable/app-access-token/", "", 403),
    case(
        "GET /api/v2.1/workspace/{workspace_id}/dtable/{base_name}/access-token/",
        "",
        200,
    ),
    case(
        "GET /api/v2.1/workspace/{workspace_id}/dtable/{base_name}/temp-api-token/",
        "",
        200,
    ),
    case(
        "GET /api/v2.1/workspace/{workspace_id}/dtable/{base_name}/api-tokens/",
        "",
        200,
    ),
    case(
        "POST /api/v2.1/workspace/{workspace_id}/dtable/{base_name}/api-tokens/",
        r#"{"app_name":"x","permission":"rw"}"#,
        201,
    ),
    case(
        "PUT /api/v2.1/workspace/{workspace_id}/dtable/{base_name}/api-tokens/{app_name}/",
        r#"{"permission":"r"}"#,
        200,
    ),
    case(
        "DELETE /api/v2.1/workspace/{workspace_id}/dtable/{base_name}/api-tokens/{app_name}/",
        "",
        200,
    ),
    case("GET /api2/account/info/", "", 200),
    case("GET /api2/account/info/", "", 401),
    case("GET /api/v2.1/workspaces/", "", 200),
    case("GET /api/v2.1/user-admin-dtables/", "", 200),
    case(
        "POST /api/v2.1/dtables/",
        r#"{"name":"x","workspace_id":"{workspace_id}"}"#,
        201,
    ),
    case(
        "POST /api/v2.1/dtable-copy/",
        r#"{"name":"Shop","src_workspace_id":"{workspace_id}","dst_workspace_id":"{workspace_id}"}"#,
        200,
    ),
    case(
        "DELETE /api/v2.1/workspace/{workspace_id}/dtable/",
        r#"{"name":"Shop"}"#,
        200,
    ),
    case(
        "GET /api/v2.1/workspace/{workspace_id}/dtable-asset-upload-link/?base_name=Shop",
        "",
        200,
    ),
    case("GET /api/v2.1/org/admin/info/", "", 200),
    case("GET /api/v2.1/org/{org_id}/admin/dtables/", "", 200),
    case("GET /api/v2.1/org/{org_id}/admin/users/", "", 200),
    case(
        "POST /api/v2.1/org/{org_id}/admin/users/",
        r#"{"email":"x@practice.example","password":"practice-password"}"#,
        200,
    ),
    case(
        "POST /api/v2.1/org/{org_id}/admin/users/",
        r#"{"email":"x@practice.example","password":"practice-password","with_workspace":"true"}"#,
        200,
    ),
    case("GET /api/v2.1/org/{org_id}/admin/users/{user_id}/", "", 200),
    case(
        "PUT /api/v2.1/org/{org_id}/admin/users/{user_id}/",
        r#"{"name":"x"}"#,
        200,
    ),
    case(
        "DELETE /api/v2.1/org/{org_id}/admin/users/{user_id}/",
        "",
        200,
    ),
    case(
        "PUT /api/v2.1/org/{org_id}/admin/users/{user_id}/two-factor-auth/",
        r#"{"force_2fa":"1"}"#,
        200,
    ),
    case(
        "DELETE /api/v2.1/org/{org_id}/admin/users/{user_id}/two-factor-auth/",
        "",
        200,
    ),
    case("GET /api/v2.1/org/{org_id}/admin/groups/", "", 200),
    case("GET /api/v2.1/admin/users/", "", 200),
    case("GET /api/v2.1/admin/users/", "", 403),
    case("GET /api/v2.1/admin/users/{user_id}/", "", 200),
    case("GET /api/v2.1/dtable/app-upload-link/", "", 200),
    case(
        "GET /api/v2.1/dtable/custom/app-upload-link/?path=/",
        "",
        200,
    ),
    case("GET /api/v2.1/dtable/custom/app-asset-dir/?path=/", "", 200),
    case(
        "GET /api/v2.1/dtable/custom/app-asset-file/?path=/&name=a.txt",
        "",
        200,
    ),
    case(
        "DELETE /api/v2.1/dtable/custom/app-asset-file/?path=/a.txt",
        "",
        200,
    ),
    case(
        "GET /api/v2.1/dtable/custom/app-download-link/?path=/a.txt",
        "",
        200,
    ),
    case(
        "GET /api/v2.1/dtable/app-download-link/?path=/files/a.txt",
        "",
        200,
    ),
    case(
        "DELETE /api/v2.1/dtable/app-asset/?path=/files/a.txt",
        "",
        200,
    ),
    case(
        "DELETE /api/v2.1/dtable/app-asset/?path=/files/none.txt",
        "",
        404,
    ),
    case(
        "POST /seafhttp/upload-api/{upload_link}?ret-json=1",
        FILE,
        200,
    ),
    case("GET metadata/", "", 200),
    case("GET metadata/", "", 403),
    case("GET related-users/", "", 200),
    case(
        "POST ui-toasts/",
        r#"{"to_user":"{user_id}","toast_type":"success","detail":"x"}"#,
        200,
    ),
    case("POST tables/", r#"{"table_name":"x","columns":[]}"#, 200),
    case(
        "PUT tables/",
        r#"{"table_name":"Orders","new_table_name":"x"}"#,
        200,
    ),
    case("DELETE tables/", r#"{"table_name":"Orders"}"#, 200),
    case(
        "POST tables/duplicate-table/",
        r#"{"table_name":"Orders","is_duplicate_records":true}"#,
        200,
    ),
    case("GET columns/?table_name=Customers", "", 200),
    case(
        "POST columns/",
        r#"{"table_name":"Orders","column_name":"x","column_type":"number"}"#,
        200,
    ),
    case(
        "PUT columns/",
        r#"{"table_name":"Customers","column":"Mail","op_type":"rename_column","new_column_name":"x"}"#,
        200,
    ),
    case(
        "DELETE columns/",
        r#"{"table_name":"Customers","column":"Mail"}"#,
        200,
    ),
    case(
        "POST batch-append-columns/",
        r#"{"table_name":"Orders","columns":[{"column_name":"x","column_type":"text"}]}"#,
        200,
    ),
    case(
        "POST column-options/",
        r#"{"table_name":"Customers","column":"Country","options":[{"name":"Malta"}]}"#,
        200,
    ),
    case(
        "PUT column-options/",
        r#"{"table_name":"Customers","column":"Country","options":[{"id":"{option_id}","name":"Malta"}]}"#,
        200,
    ),
    case(
        "DELETE column-options/",
        r#"{"table_name":"Customers","column":"Country","option_names":["Germany"]}"#,
        200,
    ),
    case(
        "POST column-cascade-settings/",
        r#"{"table_name":"Customers","child_column":"Country","parent_column":"Country","cascade_settings":{}}"#,
        200,
    ),
    case("GET rows/?table_name=Customers", "", 200),
    case(
        "POST rows/",
        r#"{"table_name":"Customers","rows":[{"Name":"x"}]}"#,
        200,
    ),
    case(
        "POST /api-gateway/api/v2/dtables/{big_uuid}/add-archived-rows/",
        r#"{"table_name":"Big","rows":[{"Name":"x"}]}"#,
        200,
    ),
    case(
        "PUT rows/",
        r#"{"table_name":"Customers","updates":[{"row_id":"{row_id}","row":{"Name":"x"}}]}"#,
        200,
    ),
    case(
        "DELETE rows/",
        r#"{"table_name":"Customers","row_ids":["{row_id}"]}"#,
        200,
    ),
    case(
        "GET rows/{row_id}/?table_name=Customers&convert_keys=true",
        "",
        200,
    ),
    case("GET rows/{row_id}/?table_name=Customers", "", 403),
    case("GET rows/{row_id}/?table_name=Orders", "", 404),
    case(
        "PUT lock-rows/",
        r#"{"table_name":"Customers","row_ids":["{row_id}"]}"#,
        200,
    ),
    case(
        "PUT unlock-rows/",
        r#"{"table_name":"Customers","row_ids":["{row_id}"]}"#,
        200,
    ),
    case("POST sql/", r#"{"sql":"select * from Customers"}"#, 200),
    case("POST sql/", r#"{"sql":"select * from nothing"}"#, 400),
    case(
        "POST query-links/",
        r#"{"table_name":"Customers","link_column_name":"Orders","rows":[{"row_id":"{row_id}"}]}"#,
        200,
    ),
    case(
        "POST links/",
        r#"{"table_id":"{customers}","other_table_id":"{orders}","link_id":"{link_id}","other_rows_ids_map":{"{row_id}":["{order_id}"]}}"#,
        200,
    ),
    case(
        "PUT links/",
        r#"{"table_id":"{customers}","other_table_id":"{orders}","link_id":"{link_id}","other_rows_ids_map":{"{row_id}":["{order_id}"]}}"#,
        200,
    ),
    case(
        "DELETE links/",
        r#"{"table_id":"{customers}","other_table_id":"{orders}","link_id":"{link_id}","other_rows_ids_map":{"{row_id}":["{order_id}"]}}"#,
        200,
    ),
    case("GET views/?table_name=Customers", "", 200),
    case(
        "POST views/?table_name=Customers",
        r#"{"name":"New view"}"#,
        200,
    ),
    case("GET views/{view_name}/?table_name=Customers", "", 200),
    case(
        "PUT views/{view_name}/?table_name=Customers",
        r#"{"name":"x"}"#,
        200,
    ),
    case("DELETE views/{view_name}/?table_name=Customers", "", 200),
];
