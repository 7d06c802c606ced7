#!/bin/sh
# Secrets come as files (NAME_FILE=/run/secrets/…), never in the environment of the compose file or in the image.
# The application itself knows only NAME.
set -eu

for name in DATABASE_URL; do
  eval "file=\${${name}_FILE:-}"
  [ -n "$file" ] || continue
  if [ ! -r "$file" ]; then
    echo "Không đọc được $file (cho $name); hãy cấp quyền đọc cho tài khoản 1000." >&2
    echo "$file (for $name) cannot be read; let account 1000 read it." >&2
    exit 1
  fi
  value=$(cat "$file")
  export "$name=$value"
  unset "${name}_FILE"
done

exec "$@"
