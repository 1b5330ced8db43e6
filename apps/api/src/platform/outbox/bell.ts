import type { DataSource, EntityManager, EntitySubscriberInterface, TransactionCommitEvent } from 'typeorm';

const TOLD = 'toldChanges';

/** Remembers on the transaction that it leaves changes behind. */
export function markTold(tx: EntityManager): void {
  if (tx.queryRunner) tx.queryRunner.data[TOLD] = true;
}

/** Calls `ring` after each commit of this process that leaves changes; answers how to stop. */
export function onChangesCommitted(dataSource: DataSource, ring: () => void): () => void {
  const subscriber: EntitySubscriberInterface = {
    afterTransactionCommit({ queryRunner }: TransactionCommitEvent) {
      if (queryRunner.data[TOLD] === true) ring();
    },
  };
  dataSource.subscribers.push(subscriber);
  return () => {
    const place = dataSource.subscribers.indexOf(subscriber);
    if (place >= 0) dataSource.subscribers.splice(place, 1);
  };
}
