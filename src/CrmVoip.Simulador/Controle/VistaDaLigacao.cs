using CrmVoip.Simulador.Ligacoes;
using CrmVoip.Simulador.Media;

namespace CrmVoip.Simulador.Controle;

/// <summary>A call as a test wants to see it: what the rep pressed and said, and when things happened.</summary>
public static class VistaDaLigacao
{
    private static readonly Dictionary<EstadoDaLigacao, string> Estados = new()
    {
        [EstadoDaLigacao.Chamando] = "chamando",
        [EstadoDaLigacao.Tocando] = "tocando",
        [EstadoDaLigacao.EmLigacao] = "em_ligacao",
        [EstadoDaLigacao.EmEspera] = "em_espera",
        [EstadoDaLigacao.Encerrada] = "encerrada",
    };

    public static object Criar(LigacaoEmCurso item)
    {
        var ligacao = item.Ligacao;
        return new
        {
            id = ligacao.Id,
            dominio = ligacao.Conta.Dominio,
            ramal = ligacao.Ramal.Numero,
            numero = ligacao.Numero,
            direcao = ligacao.Direcao.ToString().ToLowerInvariant(),
            estado = Estados[ligacao.Estado],
            inicio = ligacao.Inicio,
            atendidaEm = ligacao.AtendidaEm,
            fim = ligacao.Fim,
            causa = ligacao.Causa?.Nome,
            emEspera = ligacao.Estado == EstadoDaLigacao.EmEspera,
            chamadaSip = item.Perna.Dialog.CallId,
            conexao = item.Perna.Dialog.Connection.Id,
            discador = ligacao.DialerId,
            digitos = item.Perna.Audio?.Session.Dtmf.Digits ?? "",
            audio = item.Perna.Audio is { Session: { } sessao } ? Pacotes(sessao) : null,
        };
    }

    public static object Analisar(LigacaoEmCurso item, TimeSpan janela)
    {
        var ouvido = item.Perna.Audio?.Session.Heard.Last(janela) ?? [];
        var analise = Spectrum.Of(ouvido);
        return new
        {
            picoHz = Math.Round(analise.PeakHz, 1),
            picoDbfs = analise.PeakDbfs,
            rmsDbfs = analise.RmsDbfs,
            ms = ouvido.Length * 1000 / MuLaw.SampleRate,
        };
    }

    private static object Pacotes(MediaSession sessao) => new
    {
        recebidos = sessao.ReceivedPackets,
        enviados = sessao.SentPackets,
        recusados = sessao.RejectedPackets,
        ultimoEm = sessao.LastAudioAt,
    };
}
