/** Ids are 128 random bits made on the device, written as 22 characters of base64url. Branded by what they name. */
type Id<Of extends string> = string & { readonly __id: Of };

export type ProductionId = Id<'production'>;
export type EpisodeId = Id<'episode'>;
export type SceneId = Id<'scene'>;
export type StripId = Id<'strip'>;
export type ShootDayId = Id<'shoot-day'>;
export type CharacterId = Id<'character'>;
export type PersonId = Id<'person'>;
export type SetId = Id<'set'>;
export type LocationId = Id<'location'>;
export type GateId = Id<'gate'>;
export type RequestId = Id<'request'>;
export type RequestNoteId = Id<'request-note'>;
export type ElementId = Id<'element'>;
export type AvailabilityId = Id<'availability'>;
export type ImportId = Id<'import'>;
export type SceneChangeId = Id<'scene-change'>;
export type SceneTextId = Id<'scene-text'>;
export type TaskId = Id<'task'>;
export type DelayId = Id<'delay'>;
export type ExtensionId = Id<'extension'>;
export type SettlementId = Id<'settlement'>;
export type TaskLinkId = Id<'task-link'>;
export type ContactId = Id<'contact'>;
export type MoneyLineId = Id<'money-line'>;
export type MilestoneId = Id<'milestone'>;
export type SpendingId = Id<'spending'>;
export type RuleChangeId = Id<'rule-change'>;
export type UserId = Id<'user'>;

/** Where ids come from: handed in, so that the domain stays arithmetic and a demo can be made again from a seed. */
export type MakeId = <I extends string = string>() => I;
