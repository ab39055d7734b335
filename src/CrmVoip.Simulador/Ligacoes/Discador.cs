using System.Collections.Concurrent;
using System.Text.Json;
using CrmVoip.Simulador.Contas;
using CrmVoip.Simulador.Sip;

namespace CrmVoip.Simulador.Ligacoes;

/// <summary><c>POST /dialer</c>: rings the extension first and, once it answered, the customer.</summary>
public sealed class Discador(
    Registrar registrar, ToqueDoRamal ramais, SipDialogs dialogs, Central central, TimeProvider relogio, ILogger<Discador> logger)
{
    private static readonly TimeSpan LimiteDoRamal = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<Guid, CancellationTokenSource> tocando = [];
    private readonly ConcurrentDictionary<Guid, bool> desistencias = [];

    /// <summary>The dial handle, which is not the call's id; null when the extension is not registered.</summary>
    public Guid? Discar(Conta conta, Ramal ramal, NumeroDiscado numero, JsonElement? metadata)
    {
        var contatos = registrar.Find(conta.Dominio, ramal.Numero);
        if (contatos.Count == 0)
        {
            return null;
        }

        var id = Guid.NewGuid();
        var ligacao = new Ligacao(conta, ramal, numero.ComZero, Comportamento.De(numero), relogio.GetUtcNow())
        {
            DialerId = id,
            Metadata = metadata?.Clone(),
        };
        _ = ChamarRamalAsync(ligacao, contatos);
        return id;
    }

    public async Task<bool> DesligarAsync(Conta conta, Guid dialerId)
    {
        // Noted before looking: a hang-up while the extension is just answering must not fall between ringing and call.
        desistencias[dialerId] = true;
        if (tocando.TryGetValue(dialerId, out var toque))
        {
            await toque.CancelAsync();
            return true;
        }

        desistencias.TryRemove(dialerId, out _);
        return await DesligarEmCursoAsync(item => item.Ligacao.DialerId == dialerId && item.Ligacao.Conta == conta);
    }

    private async Task<bool> DesligarEmCursoAsync(Func<LigacaoEmCurso, bool> qual)
    {
        if (central.EmCurso.FirstOrDefault(qual) is not { } item)
        {
            return false;
        }

        await central.DesligarAsync(item, relogio.GetUtcNow(), Central.CausaPeloRamal(item.Ligacao));
        return true;
    }

    /// <summary>An extension that never answers leaves no record.</summary>
    private async Task ChamarRamalAsync(Ligacao ligacao, IReadOnlyList<Binding> contatos)
    {
        var dialerId = ligacao.DialerId!.Value;
        using var toque = new CancellationTokenSource(LimiteDoRamal, relogio);
        tocando[dialerId] = toque;
        var (perna, _) = await ramais.TocarAsync(contatos, ligacao.Numero, discada: true, toque);
        if (perna is not null)
        {
            dialogs.TryAdd(perna);
            central.Iniciar(ligacao, perna);
        }

        tocando.TryRemove(dialerId, out _);
        var desistiu = desistencias.TryRemove(dialerId, out _);
        if (perna is null)
        {
            logger.LogInformation("Ramal {Ramal} nao atendeu o discador", ligacao.Ramal.Numero);
        }
        else if (desistiu)
        {
            await DesligarEmCursoAsync(item => item.Ligacao == ligacao);
        }
    }
}
