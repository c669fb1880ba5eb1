import { Text } from '@mantine/core';
import { roleMeanings } from '../../labels/access-labels.ts';
import { capitalise } from '../../labels/format.ts';
import { listLabelKeys } from '../../labels/labels.ts';
import classes from './role-list.module.css';

/** Says in one line for each role what it permits. */
export function RoleList() {
  return (
    <dl className={classes.roles} aria-label="Roles">
      {listLabelKeys(roleMeanings).map((role) => (
        <div key={role}>
          <Text component="dt" size="sm" fw={600}>
            {capitalise(role)}
          </Text>
          <Text component="dd" size="sm" c="dimmed" m={0}>
            {roleMeanings[role]}
          </Text>
        </div>
      ))}
    </dl>
  );
}
