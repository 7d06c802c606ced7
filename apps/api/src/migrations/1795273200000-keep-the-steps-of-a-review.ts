import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A review becomes a list of steps that can be taken back: rows are added and removed without losing what was read, the facts
 * of the document are corrected beside what was read, and every step keeps its before and after. Each approval keeps the
 * table as it was approved.
 */
export class KeepTheStepsOfAReview1795273200000 implements MigrationInterface {
  readonly name = 'KeepTheStepsOfAReview1795273200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table plan
        add column read_document jsonb,
        add column document_version int not null default 0;

      alter table plan_item
        add column hands_off_to text[] not null default '{}',
        add column receives_from text[] not null default '{}',
        add column approvers text[] not null default '{}',
        add column origin text not null default 'read',
        add column removed_at timestamptz;
      update plan_item set
        hands_off_to = array(select jsonb_array_elements_text(coalesce(read->'handsOffTo', '[]'))),
        receives_from = array(select jsonb_array_elements_text(coalesce(read->'receivesFrom', '[]'))),
        approvers = array(select jsonb_array_elements_text(coalesce(read->'approvers', '[]')));
      drop index plan_item_position_key;
      alter table plan_item add constraint plan_item_position_key unique (plan_id, position) deferrable;

      create table plan_edit (
        id uuid not null default new_id(),
        plan_id uuid not null,
        number int not null,
        kind text not null,
        person_id uuid not null,
        made_at timestamptz not null default now(),
        changes jsonb not null,
        undone_at timestamptz,
        constraint plan_edit_pkey primary key (id),
        constraint plan_edit_plan_fkey foreign key (plan_id) references plan (id),
        constraint plan_edit_person_fkey foreign key (person_id) references person (id)
      );
      create unique index plan_edit_number_key on plan_edit (plan_id, number);

      create table plan_version (
        plan_id uuid not null,
        number int not null,
        cause text not null,
        document jsonb not null,
        headings jsonb not null,
        items jsonb not null,
        kept_at timestamptz not null default now(),
        constraint plan_version_pkey primary key (plan_id, number),
        constraint plan_version_plan_fkey foreign key (plan_id) references plan (id)
      );

      create function keep_plan_version(of_plan uuid, why text) returns void language sql as $$
        insert into plan_version (plan_id, number, cause, document, headings, items)
        select p.id, 1 + coalesce((select max(number) from plan_version v where v.plan_id = p.id), 0), why, p.document, p.headings,
          (select coalesce(jsonb_agg(jsonb_build_object(
              'id', i.id, 'position', i.position, 'ref', i.ref, 'title', i.title, 'text', i.text,
              'unitOfMeasure', i.unit_of_measure, 'leads', i.leads, 'coordinators', i.coordinators, 'timing', i.timing,
              'targets', i.targets, 'handsOffTo', i.hands_off_to, 'receivesFrom', i.receives_from, 'approvers', i.approvers)
            order by i.position), '[]') from plan_item i where i.plan_id = p.id and i.removed_at is null)
        from plan p where p.id = of_plan
      $$;

      create function keep_approved_plan() returns trigger language plpgsql as $$
      begin
        perform keep_plan_version(new.id, 'approved');
        return null;
      end
      $$;
      create trigger instance_keeps_approved_plan after update of state on instance
        for each row when (new.flow = 'plan' and new.state = 'approved' and old.state <> 'approved')
        execute function keep_approved_plan();`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger instance_keeps_approved_plan on instance;
      drop function keep_approved_plan;
      drop function keep_plan_version;
      drop table plan_version;
      drop table plan_edit;
      delete from doubt where item_id in (select id from plan_item where origin <> 'read' or removed_at is not null);
      delete from plan_item where origin <> 'read' or removed_at is not null;
      alter table plan_item drop constraint plan_item_position_key;
      create unique index plan_item_position_key on plan_item (plan_id, position);
      alter table plan_item
        drop column hands_off_to, drop column receives_from, drop column approvers, drop column origin, drop column removed_at;
      alter table plan drop column read_document, drop column document_version;`);
  }
}
