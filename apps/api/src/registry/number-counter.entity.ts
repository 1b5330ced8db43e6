import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({
  name: 'number_counter',
  comment: 'Last number given, per series, jurisdiction and year; no upper limit',
})
export class NumberCounter {
  @PrimaryColumn('text') series!: string;
  @PrimaryColumn('text') jurisdictionCode!: string;
  @PrimaryColumn('integer') year!: number;
  @Column('integer') last!: number;
}
