using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Data;

public static class RelogioDoBanco
{
    /// <summary>One clock for all instances: theirs may be wrong.</summary>
    public static Task<DateTimeOffset> AgoraAsync(this DbContext db, CancellationToken ct) =>
        db.Database.SqlQuery<DateTimeOffset>($"select statement_timestamp() as \"Value\"").SingleAsync(ct);
}
