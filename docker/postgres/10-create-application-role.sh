#!/bin/sh
# Runs once, when the data folder is new: the application owns its database but is no superuser.
set -eu

password=$(cat /run/secrets/application_password)
psql --no-psqlrc --set=ON_ERROR_STOP=1 --set=password="$password" --username="$POSTGRES_USER" --dbname=postgres <<'SQL'
create role phancong login password :'password';
-- Taken by the application for people and for its own work; they own nothing.
create role phancong_app nologin;
create role phancong_worker nologin;
grant phancong_app, phancong_worker to phancong;
create database phancong owner phancong;
revoke all on database phancong from public;
SQL
