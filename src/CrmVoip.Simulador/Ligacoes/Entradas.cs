using System.Collections.Concurrent;
using CrmVoip.Simulador.Contas;
using CrmVoip.Simulador.Sip;

namespace CrmVoip.Simulador.Ligacoes;

/// <summary>A customer calls an extension: its browsers ring without the dialer's header, and every end leaves a record.</summary>
public sealed class Entradas(Registrar registrar, ToqueDoRamal ramais, SipDialogs dialogs, Central central, TimeProvider relogio)
{
    private readonly ConcurrentDictionary<Guid, Toque> tocando = [];

    public IEnumerable<Ligacao> Tocando => tocando.Values.Select(toque => toque.Ligacao);

    public Ligacao Ligar(Conta conta, Ramal ramal, string numero, TimeSpan limite, TimeSpan? fala)
    {
        var ligacao = new Ligacao(conta, ramal, numero, Comportamento.DeEntrada(fala), relogio.GetUtcNow())
        {
            Direcao = Direcao.Entrada,
            Estado = EstadoDaLigacao.Tocando,
        };
        var contatos = registrar.Find(conta.Dominio, ramal.Numero);
        if (contatos.Count == 0)
        {
            central.EncerrarSemPerna(ligacao, CausaDeDesligamento.NaoRegistrado);
            return ligacao;
        }

        var toque = new Toque(ligacao, new CancellationTokenSource(limite, relogio));
        tocando[ligacao.Id] = toque;
        _ = TocarAsync(toque, contatos);
        return ligacao;
    }

    /// <summary>The caller gives up; false when the extension no longer rings.</summary>
    public async Task<bool> DesistirAsync(Guid id)
    {
        if (!tocando.TryGetValue(id, out var toque))
        {
            return false;
        }

        toque.Desistiu = true;
        await toque.Fim.CancelAsync();
        return true;
    }

    public Task DesistirDeTodasAsync() => Task.WhenAll(tocando.Keys.Select(DesistirAsync));

    private async Task TocarAsync(Toque toque, IReadOnlyList<Binding> contatos)
    {
        var ligacao = toque.Ligacao;
        var (perna, recusa) = await ramais.TocarAsync(contatos, ligacao.Numero, discada: false, toque.Fim);
        if (perna is not null && !toque.Desistiu)
        {
            dialogs.TryAdd(perna);
            central.Iniciar(ligacao, perna);
        }
        else
        {
            await (perna?.HangUpAsync() ?? Task.CompletedTask);
            central.EncerrarSemPerna(ligacao, CausaDe(toque, recusa));
        }

        tocando.TryRemove(ligacao.Id, out _);
        toque.Fim.Dispose();
    }

    private static CausaDeDesligamento CausaDe(Toque toque, int? recusa) => (toque, recusa) switch
    {
        ({ Desistiu: true }, _) => CausaDeDesligamento.Cancelada,
        ({ Fim.IsCancellationRequested: true }, _) => CausaDeDesligamento.NaoAtende,
        (_, 486) => CausaDeDesligamento.Ocupado,
        (_, null) => CausaDeDesligamento.NaoAtende,
        _ => CausaDeDesligamento.Recusada,
    };

    private sealed class Toque(Ligacao ligacao, CancellationTokenSource fim)
    {
        public Ligacao Ligacao { get; } = ligacao;

        public CancellationTokenSource Fim { get; } = fim;

        public bool Desistiu { get; set; }
    }
}
