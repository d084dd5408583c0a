# Stands for the package requests: says what it was asked to send.
import json, sys, types

def send(method):
    def send(url, headers={}, data=None, files=None, timeout=None):
        if isinstance(data, bytes):
            data = data.decode()
        if files is not None:
            data = [[n, f[1]] if f[0] is None else [n, f[0], f[1].read().decode()] for n, f in files]
        print(json.dumps({"method": method, "url": url, "headers": headers, "body": data}))
        sys.exit()
    return send

requests = types.ModuleType("requests")
for method in ["get", "post", "put", "delete"]:
    setattr(requests, method, send(method.upper()))
sys.modules["requests"] = requests
