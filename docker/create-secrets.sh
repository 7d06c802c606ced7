#!/bin/sh
# Makes the secrets of compose.yaml, once. The folder is closed to other accounts of the machine; the files in it must be
# readable, since compose mounts them as they are and the containers run as accounts of their own.
set -eu

cd "$(dirname "$0")/secrets"
chmod 0700 .
[ -e secret_key ] || head -c 32 /dev/urandom | base64 >secret_key
chmod 0444 secret_key
[ ! -e database_url ] || { echo 'docker/secrets: đã có, giữ nguyên / already there, left alone' >&2; exit 0; }
random() { od -An -N24 -tx1 /dev/urandom | tr -d ' \n'; }
password=$(random)
printf %s "$(random)" >postgres_password
printf %s "$password" >application_password
printf %s "postgres://phancong:$password@postgres:5432/phancong" >database_url
chmod 0444 postgres_password application_password database_url
