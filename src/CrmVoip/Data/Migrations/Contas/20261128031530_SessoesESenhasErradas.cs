using System;
using CrmVoip.Tenancy;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CrmVoip.Data.Migrations.Contas
{
    /// <summary>Sessions of accounts, and wrong passwords counted by account and place.</summary>
    public partial class SessoesESenhasErradas : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "senhas_erradas",
                columns: table => new
                {
                    conta_id = table.Column<Guid>(type: "uuid", nullable: false),
                    lugar = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    quantas = table.Column<int>(type: "integer", nullable: false),
                    ultima_em = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    bloqueadas_ate = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_senhas_erradas", x => new { x.conta_id, x.lugar });
                });

            migrationBuilder.CreateTable(
                name: "sessoes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    usuario_id = table.Column<Guid>(type: "uuid", nullable: false),
                    criada_em = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    usada_em = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    expira_em = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    revogada_em = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ip = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    agente = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sessoes", x => x.id);
                    table.ForeignKey(
                        name: "fk_sessoes_usuarios_usuario_id",
                        column: x => x.usuario_id,
                        principalTable: "usuarios",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_senhas_erradas_ultima_em",
                table: "senhas_erradas",
                column: "ultima_em");

            migrationBuilder.CreateIndex(
                name: "ix_sessoes_usada_em",
                table: "sessoes",
                column: "usada_em");

            migrationBuilder.CreateIndex(
                name: "ix_sessoes_usuario_id_criada_em",
                table: "sessoes",
                columns: new[] { "usuario_id", "criada_em" });

            migrationBuilder.Conceder("crm_auth", "select, insert, update, delete", "sessoes", "senhas_erradas");
        }

        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "senhas_erradas");

            migrationBuilder.DropTable(
                name: "sessoes");
        }
    }
}
