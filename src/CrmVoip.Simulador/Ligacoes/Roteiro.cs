using CrmVoip.Simulador.Media;

namespace CrmVoip.Simulador.Ligacoes;

/// <summary>What the customer's side does from the first ring to the end, by the number dialled.</summary>
public sealed class Roteiro(SimuladorOptions options, Gravacoes gravacoes, TimeProvider relogio)
{
    private const int RecusaSemTocarMs = 300;
    private static readonly TimeSpan LimiteDaCaixaPostal = TimeSpan.FromSeconds(60);

    public event Action<Ligacao>? Atendida;

    /// <summary>Returns the cause when the customer's side ends the call; never returns while it leaves that to the rep.</summary>
    public async Task<CausaDeDesligamento> ExecutarAsync(LigacaoEmCurso emCurso)
    {
        var comportamento = emCurso.Ligacao.Comportamento;
        switch (comportamento.Desfecho)
        {
            case Desfecho.Recusa:
                await RecusarAsync(emCurso);
                break;
            case Desfecho.NaoAtende:
                await TocarAsync(emCurso, TimeSpan.FromSeconds(options.NaoAtendeSegundos));
                break;
            case Desfecho.CaixaPostal:
                await TocarAsync(emCurso, TimeSpan.FromMilliseconds(2 * options.ToqueMs));
                await AtenderAsync(emCurso, CaixaPostal());
                await EsperarAsync(LimiteDaCaixaPostal, emCurso);
                break;
            default:
                await TocarAsync(emCurso, TimeSpan.FromMilliseconds(options.ToqueMs));
                await AtenderAsync(emCurso, comportamento.Eco ? new EchoSource() : Padrao());
                await EsperarAsync(comportamento.Desliga ? TimeSpan.FromSeconds(options.DesligaAposSegundos) : Timeout.InfiniteTimeSpan, emCurso);
                break;
        }

        return comportamento.Causa;
    }

    private async Task RecusarAsync(LigacaoEmCurso emCurso)
    {
        if (emCurso.Ligacao.Comportamento.Toca)
        {
            await TocarAsync(emCurso, TimeSpan.FromMilliseconds(options.ToqueMs));
        }
        else
        {
            await EsperarAsync(TimeSpan.FromMilliseconds(Math.Min(options.ToqueMs, RecusaSemTocarMs)), emCurso);
        }
    }

    private async Task TocarAsync(LigacaoEmCurso emCurso, TimeSpan duracao)
    {
        emCurso.Ligacao.Estado = EstadoDaLigacao.Tocando;
        await emCurso.Perna.RingAsync(options.MidiaInicial);
        var toque = EsperarAsync(duracao, emCurso);
        if (await Task.WhenAny(toque, emCurso.Perna.AnswerWanted) == toque)
        {
            await toque;
        }
    }

    private async Task AtenderAsync(LigacaoEmCurso emCurso, AudioSource fonte)
    {
        var ligacao = emCurso.Ligacao;
        if (!ligacao.Atender(relogio.GetUtcNow()))
        {
            return;
        }

        await emCurso.Perna.AnswerAsync(fonte);
        if (ligacao.AtendidaEm is not null)
        {
            ligacao.TemGravacao = true;
            emCurso.Perna.Audio!.Session.Recorder = new WavRecorder(gravacoes.ArquivoDe(ligacao.Id));
            Atendida?.Invoke(ligacao);
        }
    }

    private LoopSource Padrao() =>
        new(options.Audio == "tom" ? Tones.Continuous(440) : Melody.Samples);

    private static LoopSource CaixaPostal() =>
        new([.. Tones.Pause(TimeSpan.FromMilliseconds(500)), .. Speech.Samples, .. Tones.Pause(TimeSpan.FromMilliseconds(300)), .. Tones.Beep()], repeat: false);

    private Task EsperarAsync(TimeSpan duracao, LigacaoEmCurso emCurso) => Task.Delay(duracao, relogio, emCurso.Encerrada);
}
