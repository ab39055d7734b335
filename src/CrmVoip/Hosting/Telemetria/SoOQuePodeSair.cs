using System.Diagnostics;
using CrmVoip.Tenancy;
using Npgsql;
using OpenTelemetry;

namespace CrmVoip.Hosting.Telemetria;

/// <summary>Takes out of each span, before it is exported, what may not leave the product.</summary>
public sealed class SoOQuePodeSair : BaseProcessor<Activity>
{
    public const string DoBanco = "Npgsql";

    /// <summary>How many names of ours begin; also what is listened to.</summary>
    public const string Nossas = "CrmVoip.";

    private const string Consulta = "db.query.text";

    // What begins a transaction (Tenancy/RlsInterceptor), with each of them the same: it tells nothing.
    private static readonly string[] _semInteresse = ["select set_config(", ConexaoViva.Pergunta];

    private readonly ActivityListener _excecoes = new()
    {
        ShouldListenTo = fonte => fonte.Name is DoBanco or "Microsoft.AspNetCore" or "System.Net.Http" || fonte.Name.StartsWith(Nossas, StringComparison.Ordinal),
        ExceptionRecorder = Contar,
    };

    public SoOQuePodeSair() => ActivitySource.AddActivityListener(_excecoes);

    public override void OnEnd(Activity data)
    {
        if (data.Source.Name == DoBanco && SemInteresse(data.GetTagItem(Consulta) as string))
        {
            data.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
            return;
        }

        foreach (var (atributo, _) in data.TagObjects.Where(t => !OQuePodeSair.NoTrecho(t.Key)).ToList())
        {
            data.SetTag(atributo, null);
        }

        if (data.StatusDescription is not null)
        {
            data.SetStatus(data.Status);
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _excecoes.Dispose();
        }

        base.Dispose(disposing);
    }

    private static bool SemInteresse(string? sql) => sql is not null && Array.Exists(_semInteresse, s => sql.StartsWith(s, StringComparison.Ordinal));

    // The message of an exception may quote what a person typed, and the text of the whole begins with it.
    private static void Contar(Activity trecho, Exception erro, ref TagList rotulos)
    {
        rotulos.Add("exception.message", (erro as PostgresException)?.SqlState ?? "");
        rotulos.Add("exception.stacktrace", erro.StackTrace ?? "");
    }
}
