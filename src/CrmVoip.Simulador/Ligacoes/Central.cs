using System.Collections.Concurrent;
using CrmVoip.Simulador.Controle;
using CrmVoip.Simulador.Sip;

namespace CrmVoip.Simulador.Ligacoes;

/// <summary>The exchange: runs each call's script and ends it exactly once, whoever hangs up.</summary>
public sealed class Central(
    Roteiro roteiro, SipDialogs dialogs, Historico historico, DesviosDasContas desvios, TimeProvider relogio, ILogger<Central> logger)
{
    private const int EncerradasLembradas = 50;

    private readonly ConcurrentDictionary<Guid, LigacaoEmCurso> emCurso = [];
    private readonly ConcurrentQueue<LigacaoEmCurso> encerradas = [];

    public event Action<RegistroDeLigacao>? Encerrada;

    public IEnumerable<LigacaoEmCurso> EmCurso => emCurso.Values;

    /// <summary>Calls up and the last ones that ended, newest first.</summary>
    public IEnumerable<LigacaoEmCurso> Recentes =>
        emCurso.Values.Concat(encerradas).OrderByDescending(item => item.Ligacao.Inicio);

    public void Iniciar(Ligacao ligacao, SipLeg perna)
    {
        var item = new LigacaoEmCurso(ligacao, perna);
        emCurso[ligacao.Id] = item;
        perna.RemoteEnded += () => Encerrar(item, relogio.GetUtcNow(), CausaPeloRamal(ligacao));
        perna.HoldChanged += espera => ligacao.Estado = espera ? EstadoDaLigacao.EmEspera : EstadoDaLigacao.EmLigacao;
        logger.LogInformation("Ligacao {Id}: {Ramal}, {Direcao}, {Numero}", ligacao.Id, ligacao.Ramal.Numero, ligacao.Direcao, ligacao.Numero);
        if (perna.Ended)
        {
            Encerrar(item, relogio.GetUtcNow(), CausaPeloRamal(ligacao));
            return;
        }

        _ = ConduzirAsync(item);
    }

    /// <summary>Ends the call from the simulator's side.</summary>
    public async Task DesligarAsync(LigacaoEmCurso item, DateTimeOffset fim, CausaDeDesligamento causa)
    {
        Encerrar(item, fim, causa);
        if (item.Perna.Established)
        {
            await item.Perna.HangUpAsync();
        }
        else
        {
            await item.Perna.RefuseAsync(causa.Status);
        }
    }

    public static CausaDeDesligamento CausaPeloRamal(Ligacao ligacao) =>
        ligacao.Estado is EstadoDaLigacao.EmLigacao or EstadoDaLigacao.EmEspera
            ? ligacao.Comportamento.Causa
            : CausaDeDesligamento.Cancelada;

    /// <summary>A call that nobody took ends without ever having been up.</summary>
    public void EncerrarSemPerna(Ligacao ligacao, CausaDeDesligamento causa)
    {
        ligacao.Encerrar(relogio.GetUtcNow(), desvios.De(ligacao.Conta.Dominio).CausaOu(causa));
        Registrar(RegistroDeLigacao.De(ligacao));
    }

    /// <summary>A finished call enters the list, and who waits for its end is told.</summary>
    public void Registrar(RegistroDeLigacao registro)
    {
        historico.Guardar(registro);
        logger.LogInformation("Ligacao {Id}: {Causa}, {Segundos} s", registro.Id, registro.Causa, registro.DuracaoSegundos);
        Encerrada?.Invoke(registro);
    }

    public void EsquecerEncerradas() => encerradas.Clear();

    private async Task ConduzirAsync(LigacaoEmCurso item)
    {
        try
        {
            var causa = await roteiro.ExecutarAsync(item);
            await DesligarAsync(item, relogio.GetUtcNow(), causa);
        }
        catch (OperationCanceledException)
        {
            // The rep or the watch ended the call first.
        }
        catch (Exception erro)
        {
            logger.LogError(erro, "Ligacao {Id} interrompida", item.Ligacao.Id);
            await DesligarAsync(item, relogio.GetUtcNow(), CausaDeDesligamento.Normal);
        }
    }

    private void Encerrar(LigacaoEmCurso item, DateTimeOffset fim, CausaDeDesligamento causa)
    {
        var ligacao = item.Ligacao;
        if (!ligacao.Encerrar(fim, desvios.De(ligacao.Conta.Dominio).CausaOu(causa)))
        {
            return;
        }

        item.PararRoteiro();
        emCurso.TryRemove(ligacao.Id, out _);
        dialogs.Remove(item.Perna);
        encerradas.Enqueue(item);
        while (encerradas.Count > EncerradasLembradas && encerradas.TryDequeue(out var antiga))
        {
            antiga.Dispose();
        }

        Registrar(RegistroDeLigacao.De(ligacao));
    }
}
