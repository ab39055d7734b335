using CrmVoip.Data;
using Npgsql;

namespace CrmVoip.Work;

/// <summary>Runs work that was taken, in the scope of its organization, and writes down how it ended.</summary>
public sealed partial class ExecutarTrabalho(
    EscopoDaOrganizacao escopos, IServiceScopeFactory fabrica, FilaDeTrabalhos fila, TiposDeTrabalho tipos, ILogger<ExecutarTrabalho> log)
{
    // An inactive organization may become active again.
    private static readonly TimeSpan _semOrganizacao = TimeSpan.FromHours(6);
    private static readonly TimeSpan _primeiraEspera = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan _esperaMaxima = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan _prazoParaAnotar = TimeSpan.FromSeconds(10);

    /// <summary>When this instance ends meanwhile, the work goes back as it was.</summary>
    public async Task ExecutarAsync(TrabalhoTomado trabalho, CancellationToken parar)
    {
        var tipo = tipos[trabalho.Tipo];
        using var corrida = MedidasDosTrabalhos.Comecar(trabalho);
        using var quem = log.BeginScope(new KeyValuePair<string, object>[] { new("Organizacao", trabalho.OrganizacaoId), new("Trabalho", trabalho.Tipo) });
        Func<CancellationToken, Task> anotar;
        try
        {
            var desfecho = trabalho.Tentativa > tipo.TentativasMaximo
                ? throw new TrabalhoSemFimException()
                : await FazerAsync(trabalho, tipo, parar);
            corrida.Desfecho = desfecho.DeNovo is null ? DesfechoDaCorrida.Feito : DesfechoDaCorrida.Adiado;
            anotar = desfecho.DeNovo is { } espera ? ct => fila.AdiarAsync(trabalho, espera, ct) : ct => fila.ConcluirAsync(trabalho, ct);
        }
        catch (OperationCanceledException) when (parar.IsCancellationRequested)
        {
            corrida.Desfecho = DesfechoDaCorrida.Devolvido;
            anotar = ct => fila.DevolverAsync(trabalho, ct);
        }
        catch (Exception erro)
        {
            corrida.Desfecho = trabalho.Tentativa >= tipo.TentativasMaximo ? DesfechoDaCorrida.Desistiu : DesfechoDaCorrida.Falhou;
            anotar = Falha(trabalho, erro, corrida.Desfecho == DesfechoDaCorrida.Desistiu);
        }

        await AnotarAsync(trabalho, anotar);
    }

    private async Task<Desfecho> FazerAsync(TrabalhoTomado trabalho, TipoDeTrabalho tipo, CancellationToken parar)
    {
        using var limite = CancellationTokenSource.CreateLinkedTokenSource(parar);
        limite.CancelAfter(tipo.Prazo);
        if (tipo.DaConta != (trabalho.OrganizacaoId == AgendaDaConta.SemOrganizacao))
        {
            throw new InvalidOperationException($"{tipo.Nome} is of an account or of an organization, never of the other.");
        }

        if (tipo.DaConta)
        {
            await using var semOrganizacao = fabrica.CreateAsyncScope();
            return await NoEscopoAsync(semOrganizacao.ServiceProvider, trabalho, tipo, limite.Token);
        }

        await using var escopo = await escopos.AbrirAsync(trabalho.OrganizacaoId, limite.Token);
        return escopo is null ? Desfecho.DeNovoEm(_semOrganizacao) : await NoEscopoAsync(escopo.Services, trabalho, tipo, limite.Token);
    }

    private static Task<Desfecho> NoEscopoAsync(IServiceProvider escopo, TrabalhoTomado trabalho, TipoDeTrabalho tipo, CancellationToken ct) =>
        ((ITrabalho)escopo.GetRequiredService(tipo.Classe)).ExecutarAsync(trabalho.LinhaId, trabalho.Tentativa, ct);

    private Func<CancellationToken, Task> Falha(TrabalhoTomado trabalho, Exception erro, bool desistir)
    {
        var motivo = Motivo(erro);
        if (desistir)
        {
            Desistiu(log, erro, trabalho.Tipo, trabalho.LinhaId, trabalho.OrganizacaoId, trabalho.Tentativa, motivo);
        }
        else
        {
            Falhou(log, trabalho.Tipo, trabalho.LinhaId, trabalho.OrganizacaoId, trabalho.Tentativa, motivo);
        }

        return ct => fila.FalharAsync(trabalho, motivo, Espera(trabalho.Tentativa), desistir, ct);
    }

    // What cannot be written down is what the lease is for: the row is due again when it ends.
    private async Task AnotarAsync(TrabalhoTomado trabalho, Func<CancellationToken, Task> anotar)
    {
        using var limite = new CancellationTokenSource(_prazoParaAnotar);
        try
        {
            await anotar(limite.Token);
        }
        catch (Exception erro) when (erro is NpgsqlException or OperationCanceledException or TimeoutException)
        {
            NaoAnotou(log, trabalho.Tipo, trabalho.LinhaId, trabalho.OrganizacaoId, Motivo(erro));
        }
    }

    /// <summary>2 s, 4 s, 8 s… up to half an hour, a quarter more or less: what failed together is not tried again together.</summary>
    private static TimeSpan Espera(int tentativa)
    {
        var espera = Math.Min(_primeiraEspera.TotalSeconds * Math.Pow(2, Math.Min(tentativa - 1, 20)), _esperaMaxima.TotalSeconds);
        return TimeSpan.FromSeconds(espera * (0.75 + (Random.Shared.NextDouble() / 2)));
    }

    // The kind alone: a message may quote what a person typed.
    private static string Motivo(Exception erro) => erro switch
    {
        PostgresException postgres => $"{nameof(PostgresException)} {postgres.SqlState}",
        { InnerException: PostgresException postgres } => $"{erro.GetType().Name} {postgres.SqlState}",
        _ => erro.GetType().Name,
    };

    [LoggerMessage(LogLevel.Warning, "Work {Tipo} of {Linha} in organization {Organizacao} failed at run {Tentativa} ({Motivo}) and is tried again.")]
    private static partial void Falhou(ILogger logger, string tipo, Guid linha, Guid organizacao, int tentativa, string motivo);

    [LoggerMessage(LogLevel.Error, "Work {Tipo} of {Linha} in organization {Organizacao} was given up after {Tentativa} runs ({Motivo}): see `CrmVoip trabalhos`.")]
    private static partial void Desistiu(ILogger logger, Exception erro, string tipo, Guid linha, Guid organizacao, int tentativa, string motivo);

    [LoggerMessage(LogLevel.Warning, "The end of work {Tipo} of {Linha} in organization {Organizacao} could not be written down ({Motivo}): it runs once more.")]
    private static partial void NaoAnotou(ILogger logger, string tipo, Guid linha, Guid organizacao, string motivo);
}

/// <summary>Each run ended without a word, as when it takes its process with it.</summary>
public sealed class TrabalhoSemFimException : Exception;
