/** One tab of GraphiQL. */
export interface Example {
  readonly query: string;
}

/** What GraphiQL shows a first-time visitor: the public questions, then signing in, then an officer's work. */
export const EXAMPLES: readonly Example[] = [
  {
    query: `# 最近的应急避难场所：位置只放在请求体里，不会留在网址和日志中。
# The nearest shelters. Coordinates travel in the body only.
# crs: WGS84（GPS）、CGCS2000、GCJ02（高德、腾讯）、BD09（百度）
query Nearest {
  nearestShelters(
    near: { longitude: 111.1974, latitude: 34.7756, crs: WGS84 }
    hazard: EARTHQUAKE
    partySize: 3
    first: 5
  ) {
    situation
    edition
    asOf
    shelters {
      distanceMeters
      bearingDegrees
      shelter {
        code
        name
        address
        operationalStatus
        capacity { usable available asOf }
      }
    }
    # 为什么没有列出更近的场所 · why nearer ones were passed over
    passedOver {
      distanceMeters
      reasons { code message }
      shelter { code name }
    }
  }
}
`,
  },
  {
    query: `# 一处已公布的场所：编码印在场所标志牌上。
# One published shelter, by the code on its sign.
query Shelter {
  publicShelter(code: "411202C0001") {
    name
    address
    location { longitude latitude }
    suitability { hazard suitability }
    capacity { usable occupied available asOf }
    lastConfirmedAt
    edition
  }
}
`,
  },
  {
    query: `# 登录：浏览器会自动保存会话；程序请在请求头中带上 Authorization: Bearer <token>。
# Sign in. Browsers keep the session; programs send the token as a header.
mutation SignIn {
  signIn(username: "hubin-em", password: "") {
    token
    expiresAt
    officer {
      displayName
      appointments { role jurisdictions }
    }
  }
}
`,
  },
  {
    query: `# 本辖区待审查的备案，以及现在可以办理的事项（先登录）。
# Filings waiting for review, and what you may do with each (sign in first).
query Review {
  filings(filter: { stages: [SUBMITTED] }, first: 10) {
    totalCount
    nodes {
      id
      revision
      contents { name address }
      unit { name }
      findings { class code message }
      availableActs { act allowed refusals { message } }
    }
  }
}
`,
  },
];
