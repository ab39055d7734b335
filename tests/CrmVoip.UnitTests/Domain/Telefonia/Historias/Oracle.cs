using CrmVoip.Domain.Telefonia;

namespace CrmVoip.UnitTests.Domain.Telefonia.Historias;

/// <summary>
/// What the facts single out, found by trying everything: on every clock of a fine grid all pairings in order that break no hard
/// rule of the issue, written here once more in seconds. The best have most pairs, then agree best. It shares no code with the
/// pairing it judges.
/// </summary>
internal sealed class Oracle
{
    private const double Passo = 1;
    private readonly Registro[] _registros;
    private readonly Ligacao[] _ligacoes;
    private readonly double? _conhecido;
    private readonly HashSet<int>[] _opcoes;
    private readonly int[] _escolha;
    private readonly (int Acordo, bool Logo)?[] _pares;
    private (int Pares, int Acordo) _maior;
    private bool _segura;

    public Oracle(IReadOnlyList<RegistroNoRamal> registros, IReadOnlyList<LigacaoNoRamal> ligacoes, TimeSpan? conhecido)
    {
        _registros = [.. registros.Where(r => r.Tentativa is null).Select(r => new Registro(r)).OrderBy(r => r.Ordem)];
        _ligacoes = [.. ligacoes.Where(l => !l.PeloDiscador).Select(l => new Ligacao(l)).OrderBy(l => l.Convite)];
        _conhecido = conhecido?.TotalSeconds;
        _opcoes = [.. _registros.Select(_ => new HashSet<int> { -1 })];
        _escolha = new int[_registros.Length];
        _pares = new (int, bool)?[_registros.Length * _ligacoes.Length];
        var (de, ate) = conhecido is { } c ? (Math.Ceiling(c.TotalSeconds - 8), c.TotalSeconds + 8) : (-630, 630);
        for (var relogio = de; relogio <= ate; relogio += Passo)
        {
            if (Outro(relogio))
            {
                Tentar(relogio, 0, -1, 0, 0, conhecido is not null);
            }
        }
    }

    /// <summary>The only call that every best explanation gives to this record; null for none; not singled out: false.</summary>
    public bool Distingue(Guid registro, out Guid? ligacao)
    {
        ligacao = null;
        var r = Array.FindIndex(_registros, x => x.Id == registro);
        if (r < 0)
        {
            return false;
        }

        ligacao = _opcoes[r].Count == 1 && _opcoes[r].Single() is >= 0 and var l ? _ligacoes[l].Id : null;
        return _opcoes[r].Count == 1 && (ligacao is null || _segura || !_registros[r].Datado);
    }

    // A clock on which every pair stands as on the one before tells nothing new.
    private bool Outro(double relogio)
    {
        var mudou = Math.Abs(Math.Abs(relogio) - 8.5) <= 1 || relogio <= -629;
        for (var i = 0; i < _pares.Length; i++)
        {
            var (r, l) = (_registros[i / _ligacoes.Length], _ligacoes[i % _ligacoes.Length]);
            var agora = Possivel(r, l, relogio) ? (Acordo(r, l, relogio), Logo(r, relogio)) : ((int, bool)?)null;
            mudou |= agora != _pares[i];
            _pares[i] = agora;
        }

        return mudou;
    }

    private void Tentar(double relogio, int r, int ultima, int pares, int acordo, bool conhecido)
    {
        if (r == _registros.Length)
        {
            Comparar((pares, acordo), conhecido || Segura(relogio));
            return;
        }

        _escolha[r] = -1;
        Tentar(relogio, r + 1, ultima, pares, acordo, conhecido);
        for (var l = 0; l < _ligacoes.Length; l++)
        {
            if ((l > ultima || !_registros[r].Datado) && Array.IndexOf(_escolha, l, 0, r) < 0 && _pares[(r * _ligacoes.Length) + l] is (var a, _))
            {
                _escolha[r] = l;
                Tentar(relogio, r + 1, _registros[r].Datado ? l : ultima, pares + 1, acordo + a, conhecido);
                _escolha[r] = -1;
            }
        }
    }

    private void Comparar((int Pares, int Acordo) valor, bool segura)
    {
        var melhor = valor.CompareTo(_maior);
        if (melhor < 0)
        {
            return;
        }

        if (melhor > 0)
        {
            Array.ForEach(_opcoes, o => o.Clear());
            (_maior, _segura) = (valor, true);
        }

        _segura &= segura;
        for (var r = 0; r < _escolha.Length; r++)
        {
            _opcoes[r].Add(_escolha[r]);
        }
    }

    // A clock that nobody knows is ours, or several records agree on it, or one that came at once shows it.
    private bool Segura(double relogio)
    {
        var datados = Enumerable.Range(0, _escolha.Length).Where(r => _escolha[r] >= 0 && _registros[r].Datado).ToList();
        return Math.Abs(relogio) <= 8 || datados.Count > 1 || datados.TrueForAll(r => Logo(_registros[r], relogio));
    }

    private static bool Logo(Registro r, double relogio) => r.FimRecebido - (r.Fim - relogio) <= 10;

    private bool Possivel(Registro r, Ligacao l, double relogio) =>
        r.Chave.Mesmo(l.Chave)
        && r.Recebido >= l.Criada
        && !(l.Viva && r.FimRecebido is not null)
        && (r.Datado ? NoTempo(r, l, relogio) : Ouvido(r, l));

    private bool NoTempo(Registro r, Ligacao l, double relogio) =>
        ComecaQuandoDiscada(r.Inicio - relogio, l)
        && OuvidoDepois(r, relogio)
        && !(r.Ordem - relogio > l.Fim + 3)
        && !(r.Fim - relogio + 20 < l.Sinal)
        && (TerminaJunto(r.Fim - relogio, l) || (FimDeOutro(r, l) && Math.Abs(relogio - _conhecido!.Value) <= 3));

    // On a known clock a start within seconds is that call, whatever the two sides say of the end.
    private bool FimDeOutro(Registro r, Ligacao l)
    {
        if (_conhecido is null || r is not { Inicio: not null, Atendida: Atendimento.Sim } || l is not { Chamando: not null, Atendida: true })
        {
            return false;
        }

        for (var relogio = Math.Ceiling(_conhecido.Value - 8); relogio <= _conhecido.Value + 8; relogio += Passo)
        {
            if (ComecaQuandoDiscada(r.Inicio - relogio, l) && OuvidoDepois(r, relogio) && !(r.Ordem - relogio > l.Fim + 3) && TerminaJunto(r.Fim - relogio, l))
            {
                return false;
            }
        }

        return true;
    }

    private static bool ComecaQuandoDiscada(double? inicio, Ligacao l) => l.Chamando is { } chamando
        ? !(inicio < chamando - 3) && !(inicio > chamando + 6)
        : !(inicio < l.Clique - 3) && !(inicio > l.Clique + 20);

    private static bool OuvidoDepois(Registro r, double relogio) =>
        !(r.Fim - relogio > r.FimRecebido + 3) && !(r.Inicio - relogio > r.Recebido + 3);

    private static bool TerminaJunto(double? fim, Ligacao l) =>
        !(fim < l.Fim - 10) && !(fim > l.Fim + (l.Combinado ? 10 : 300)) && !(fim + 20 < l.Sinal);

    private static bool Ouvido(Registro r, Ligacao l) =>
        r.Recebido <= (l.Fim ?? l.Sinal ?? l.Clique) + 300 && !(r.FimRecebido + 3 < l.Fim - 10) && !(r.FimRecebido + 20 < l.Sinal);

    private static int Acordo(Registro r, Ligacao l, double relogio)
    {
        var atendida = r.Atendida == Atendimento.Desconhecido || l.Atendida is null ? 0 : (r.Atendida == Atendimento.Sim) == l.Atendida ? 2 : -2;
        var conversa = Math.Abs((r.Conversa - l.Conversa) ?? 5) switch { <= 3 => 3, > 10 => -3, _ => 0 };
        var fim = l.Combinado && Math.Abs((r.Fim - relogio - l.Fim) ?? 9) <= 3 ? 1 : 0;
        return atendida + conversa + fim;
    }

    private static double? Segundos(DateTimeOffset? quando) => (quando - HistoryBuilder.Em(0))?.TotalSeconds;

    private sealed class Registro(RegistroNoRamal registro)
    {
        public readonly Guid Id = registro.Id;
        public readonly ChaveDeNumero Chave = registro.Chave;
        public readonly double Recebido = Segundos(registro.RecebidoEm)!.Value;
        public readonly double? Inicio = Segundos(registro.InicioEm);
        public readonly double? Fim = Segundos(registro.FimEm);
        public readonly double? FimRecebido = Segundos(registro.FimRecebidoEm);
        public readonly Atendimento Atendida = registro.Atendida;
        public readonly int? Conversa = registro.Conversa;

        public bool Datado => Inicio is not null || Fim is not null;

        public double Ordem => Inicio ?? (Fim - (Conversa ?? 0)) ?? 0;
    }

    private sealed class Ligacao(LigacaoNoRamal ligacao)
    {
        public readonly Guid Id = ligacao.Id;
        public readonly ChaveDeNumero Chave = ligacao.Chave;
        public readonly double Criada = Segundos(ligacao.CriadaEm)!.Value;
        public readonly double Clique = Segundos(ligacao.InicioEm)!.Value;
        public readonly double? Chamando = Segundos(ligacao.ChamandoEm);
        public readonly double? Fim = Segundos(ligacao.FimEm);
        public readonly double? Sinal = Segundos(ligacao.UltimoSinalEm);
        public readonly bool Viva = ligacao.Viva;
        public readonly bool Combinado = ligacao.FimCombinado;
        public readonly bool? Atendida = ligacao.Atendida;
        public readonly int? Conversa = ligacao.Conversa;

        public double Convite => Chamando ?? Clique;
    }
}
