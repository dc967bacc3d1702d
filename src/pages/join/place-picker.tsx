import { RegionPicker } from '../../components/RegionPicker'
import type { RegionId } from '../../../shared/core/ids'
import type { NamedPlace } from './answers'

interface Props {
  readonly value?: NamedPlace | undefined
  readonly startFrom?: RegionId | undefined
  readonly onFound: (place: NamedPlace) => void
}

/** 选地方. */
export function PlacePicker({ value, startFrom, onFound }: Props) {
  return (
    <RegionPicker
      id="join-place"
      onPick={({ region, name }) => onFound({ region, name })}
      {...(value === undefined ? {} : { value })}
      {...(startFrom === undefined ? {} : { startFrom })}
    />
  )
}
