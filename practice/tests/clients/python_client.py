"""Drives SeaTable's own Python client, unmodified, against a practice SeaTable.

The credentials come as JSON on standard input. The last line says how many calls were made.
"""

import json
import os
import sys
import tempfile

from seatable_api import Account, Base
from seatable_api.constants import ColumnTypes

credentials = json.load(sys.stdin)
calls = 0


def check(actual, expected, what):
    global calls
    calls += 1
    if actual != expected:
        sys.exit(f"{what}: {actual!r} is not {expected!r}")


url = credentials["url"]
base = Base(credentials["api_token"], url)
base.auth()
check(base.dtable_uuid, credentials["base_uuid"], "auth")
check(base.get_metadata()["tables"][0]["name"], "Table1", "get_metadata")
check([table["name"] for table in base.list_tables()], ["Table1"], "list_tables")

# Tables. A name of four characters is taken for an id by the client.
check(base.add_table("Jobs", columns=[{"column_name": "Name", "column_type": "text"}])["name"], "Jobs", "add_table")
base.add_table("before")
check(base.rename_table("before", "after")["success"], True, "rename_table")
check(base.get_table_by_name("after")["name"], "after", "get_table_by_name")
check(base.delete_table("after")["success"], True, "delete_table")

# Columns.
base.insert_column("Jobs", "N", ColumnTypes.NUMBER)
base.insert_column("Jobs", "City", ColumnTypes.TEXT)
base.insert_column("Jobs", "Files", ColumnTypes.FILE)
status = {"options": [{"name": "todo", "color": "#FF8000", "textColor": "#FFFFFF"}]}
base.insert_column("Jobs", "Status", ColumnTypes.SINGLE_SELECT, column_data=status)
link = base.insert_column("Jobs", "Other", ColumnTypes.LINK, column_data={"table": "Jobs", "other_table": "Table1"})
check(len(base.list_columns("Jobs")), 6, "list_columns")
check(base.get_column_by_name("Jobs", "N")["type"], "number", "get_column_by_name")
check(len(base.get_columns_by_type("Jobs", ColumnTypes.TEXT)), 2, "get_columns_by_type")
key = base.get_column_by_name("Jobs", "City")["key"]
check(base.rename_column("Jobs", key, "Town")["name"], "Town", "rename_column")
check(base.resize_column("Jobs", key, 333)["width"], 333, "resize_column")
base.freeze_column("Jobs", key, True)
base.freeze_column("Jobs", key, False)
base.move_column("Jobs", key, base.get_column_by_name("Jobs", "N")["key"])
base.add_column_options("Jobs", "Status", [{"name": "done", "color": "#FF8000", "textColor": "#FFFFFF"}])

# Rows.
row = base.append_row("Jobs", {"Name": "one", "N": 1, "Town": "Mainz", "Status": "todo"})
row_id = row["_id"]
base.batch_append_rows("Jobs", [{"Name": f"row {n}", "N": n} for n in range(2, 12)])
check(base.get_row("Jobs", row_id)["Town"], "Mainz", "get_row")
check(len(base.list_rows("Jobs")), 11, "list_rows")
check(len(base.list_rows("Jobs", start=10, limit=400)), 1, "list_rows with start")
base.update_row("Jobs", row_id, {"N": 100, "No such column": 1})
base.batch_update_rows("Jobs", [{"row_id": row_id, "row": {"Status": "done"}}])
check(base.get_row("Jobs", row_id)["Status"], "done", "batch_update_rows")

# SQL.
check(base.query("select Name from 'Jobs' where N >= 100"), [{"Name": "one"}], "query")
check(base.query("select N from Jobs where Town = ? and N < ?", parameters=["Mainz", 200]), [{"N": 100}], "query with parameters")
check(base.query("select N from Jobs where Town = ?", parameters=["x' or 1=1 --"]), [], "query with an attack")
check(base.query("select count(*) as n from Jobs", convert=False), [{"n": 11}], "query that counts")

# Links.
other_id = base.list_rows("Table1")[0]["_id"]
link_id = base.get_column_link_id("Jobs", "Other")
base.add_link(link_id, "Jobs", "Table1", row_id, other_id)
jobs_id = base.get_table_by_name("Jobs")["_id"]
linked = base.get_linked_records(jobs_id, link["key"], [{"row_id": row_id, "limit": 100, "offset": 0}])
check(linked[row_id][0]["row_id"], other_id, "get_linked_records")
base.update_link(link_id, "Jobs", "Table1", row_id, [other_id])
base.remove_link(link_id, "Jobs", "Table1", row_id, other_id)
check(base.get_row("Jobs", row_id)["Other"], [], "remove_link")

# Views.
check(base.add_view("Jobs", "Mine ü 1")["name"], "Mine ü 1", "add_view")
check(base.get_view_by_name("Jobs", "Mine ü 1")["name"], "Mine ü 1", "get_view_by_name")
base.rename_view("Jobs", "Mine ü 1", "Mine two")
check(len(base.list_rows("Jobs", view_name="Mine two")), 11, "list_rows of a view")
check(len(base.list_views("Jobs")["views"]), 2, "list_views")
base.delete_view("Jobs", "Mine two")

# Files.
info = base.upload_bytes_file("Zoë & söhne.bin", b"practice", file_type="file")
base.update_row("Jobs", row_id, {"Files": [info]})
check(base.get_row("Jobs", row_id)["Files"][0]["size"], 8, "upload_bytes_file")
with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "a.bin")
    base.download_file(info["url"], path)
    check(open(path, "rb").read(), b"practice", "download_file")
    info = base.upload_local_file(path, name="b.bin", file_type="file")
    check(info["name"], "b.bin", "upload_local_file")
    info = base.upload_local_file_to_custom_folder(path, "/", "c.bin")
    check((info["name"], info["size"]), ("c.bin", 8), "upload_local_file_to_custom_folder")
    check(base.list_custom_assets("/"), {"dir": [], "file": [{"name": "c.bin"}]}, "list_custom_assets")
    base.download_custom_file("/c.bin", path)
    check(open(path, "rb").read(), b"practice", "download_custom_file")

# People.
check(len(base.get_related_users()), 3, "get_related_users")

base.delete_row("Jobs", row_id)
base.batch_delete_rows("Jobs", [row["_id"] for row in base.list_rows("Jobs")])
check(base.list_rows("Jobs"), [], "batch_delete_rows")
base.delete_column("Jobs", key)

# The account.
account = Account(credentials["username"], credentials["password"], url)
account.auth()
account.load_account_info()
workspaces = account.list_workspaces()["workspace_list"]
check([w["type"] for w in workspaces], ["starred", "shared", "personal", "group"], "list_workspaces")
added = account.add_base("Added")
check(added["name"], "Added", "add_base")
group = next(w for w in workspaces if w["type"] == "group")
account.add_base("Added", group["id"])
check(account.copy_base(added["workspace_id"], "Added", added["workspace_id"])["name"], "Added(1)", "copy_base")
check(account.get_base(added["workspace_id"], "Added").get_metadata()["tables"][0]["name"], "Table1", "get_base")
print(f"{calls} results of the Python client were as expected")
