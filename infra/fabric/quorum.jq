# Who must sign a block, after the list of orderers has changed: a quorum of them, ceil((n + f + 1) / 2) with
# f = floor((n - 1) / 3). Fabric refuses an update whose policy does not fit its list.
.channel_group.groups.Orderer |= (
  .values.Orderers.value.consenter_mapping as $all | ($all | length) as $n | (($n - 1) / 3 | floor) as $f |
  .policies.BlockValidation.policy.value |= (
    .identities = [$all[] | {principal: {id_bytes: .identity, mspid: .msp_id}, principal_classification: "IDENTITY"}] |
    .rule.n_out_of = {n: (($n + $f + 2) / 2 | floor), rules: [range($n) | {signed_by: .}]}))
